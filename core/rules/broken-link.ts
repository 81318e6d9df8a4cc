import { code, nearest } from "../message.ts";
import type { HandbookRule, RuleContext } from "./rule.ts";
import { isRead } from "./support/misread.ts";

/** A link that leads to nothing in the handbook. */
export const brokenLink: HandbookRule = {
  id: "broken-link",
  scope: "handbook",
  severity: "warning",
  needsAllFiles: true,
  purpose: "A link within the handbook leads to a process, role, area, page or step that is there.",
  why: "A reader who meets a dead link has to ask somebody, and trusts the next link less.",
  examples: [
    {
      title: "A process that was renamed",
      wrong: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\nSee [how we publish](publish-pots.mdx).\n",
        others: { "content/publish-post.mdx": "" },
      },
      at: "[how we publish]",
      right: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\nSee [how we publish](publish-post.mdx).\n",
        others: { "content/publish-post.mdx": "" },
      },
    },
    {
      title: "A step that is not there",
      wrong: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\nSee [the outline](#outline).\n",
      },
      at: "[the outline]",
      right: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\nSee [above](#draft).\n",
      },
    },
  ],
  check: (context) =>
    [...context.parsed.processes, ...context.parsed.pages].flatMap(({ path, body }) =>
      body.links.flatMap(({ url, isImage, line, column }) => {
        const message = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url)
          ? undefined
          : isImage
            ? reasonAgainstPicture(url)
            : reasonAgainst(url, path, context);
        return message === undefined ? [] : [{ path, line, column, message }];
      }),
    ),
};

function reasonAgainst(url: string, from: string, context: RuleContext): string | undefined {
  const [address = "", anchor] = url.split("#", 2);
  const target = address === "" ? from : pathOf(address, from);
  if (address.startsWith("/")) return reasonAgainstPage(address, context);
  if (context.parsed.pages.some((page) => page.path === target)) return undefined;
  if (!/\.mdx$/.test(target))
    return `Link ${code(url)} leads to no page of the handbook, expected a process such as \`publish-post.mdx\`, or a web address; correct it.`;
  const paths = [...context.parsed.processes, ...context.parsed.pages].map((file) => file.path);
  const found = context.parsed.processes.find((process) => process.path === target);
  if (!found)
    return didYouMean(`Link ${code(url)} leads to no process or page of the handbook`, target, paths);
  // Headings have ids with two dashes, which belong to the page and not to the process.
  if (!anchor || anchor.includes("--")) return undefined;
  const steps = (found.draft.steps ?? []).flatMap(({ id }) => id ?? []);
  if (steps.includes(anchor)) return undefined;
  return didYouMean(`Link ${code(url)} names no step of ${code(found.id)}`, anchor, steps);
}

function reasonAgainstPage(address: string, { processes, roles, parsed }: RuleContext): string | undefined {
  const [, kind = "", id = ""] = /^\/(processes|roles|areas|pages)\/([^/]+)\/?$/.exec(address) ?? [];
  const areas = new Set(parsed.processes.map(({ area }) => area));
  const known: Readonly<Record<string, Iterable<string>>> = {
    processes: processes.keys(),
    ...(isRead(parsed.roles) && { roles: roles.keys() }),
    areas,
    pages: parsed.pages.map((page) => page.id),
  };
  const ids = known[kind] ? [...known[kind]] : undefined;
  if (!ids || ids.includes(id)) return undefined;
  return didYouMean(`Link ${code(address)} leads to nothing`, id, ids);
}

function didYouMean(found: string, written: string, expected: readonly string[]): string {
  const near = nearest(written, expected);
  return `${found}; ${near === undefined ? "correct it, or take it out." : `did you mean ${code(near)}?`}`;
}

function reasonAgainstPicture(url: string): string | undefined {
  if (url.startsWith("/")) return undefined;
  return `Picture ${code(url)} is not there, since a handbook holds no pictures, expected a web address; write where the picture stands on the web, such as \`https://example.com/picture.png\`.`;
}

/** The path within the handbook that a relative link leads to. */
function pathOf(address: string, from: string): string {
  return decodeURIComponent(
    new URL(encodeURI(address.toWellFormed()), `https://handbook/${from}`).pathname.slice(1),
  );
}
