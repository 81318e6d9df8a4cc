import { idPattern, settingsFileMeant } from "../definition/index.ts";
import { code } from "../message.ts";
import type { HandbookRule } from "./rule.ts";

/** A file where none is read, or under a name that cannot be an id. */
export const misplacedFile: HandbookRule = {
  id: "misplaced-file",
  scope: "handbook",
  severity: "error",
  isEssential: true,
  purpose:
    "A process is a file `<area>/<id>.mdx`, a page of your own `pages/<id>.mdx`, named in lower-case letters, digits and dashes; the settings are `handbook.yml`, `roles.yml`, `absences.yml` and `people.yml` beside the areas.",
  why: "The file name is the process's id: it stands in links, in issues and in commands, for years. A file under another name or in another place would never be read, and nobody would be told.",
  examples: [
    {
      title: "A file beside the areas",
      wrong: { path: "example.mdx" },
      at: "---",
      right: { path: "content/example.mdx" },
    },
    {
      title: "A name with capitals and blanks",
      wrong: { path: "content/My Process.mdx" },
      at: "---",
      right: { path: "content/my-process.mdx" },
    },
    {
      title: "An ending that Windows hides",
      wrong: { path: "content/example.mdx.txt" },
      at: "---",
      right: { path: "content/example.mdx" },
    },
    {
      title: "Another ending",
      wrong: { path: "content/example.md" },
      at: "---",
      right: { path: "content/example.mdx" },
    },
  ],
  check: ({ parsed }) => [
    ...parsed.misplaced.map((path) => ({ path, line: 1, column: 1, message: messageFor(path) })),
    ...[...parsed.processes, ...parsed.pages.map((page) => ({ ...page, area: "pages" }))]
      .filter(({ id, area }) => !idPattern.test(id) || !idPattern.test(area))
      .map(({ path }) => ({
        path,
        line: 1,
        column: 1,
        message: `Unexpected file name ${code(path)}, expected lower-case letters, digits and dashes, at most 64 for each part; rename it.`,
      })),
  ],
};

function messageFor(path: string): string {
  const named = /^(.*\.(?:mdx?|ya?ml))\.txt$/i.exec(path)?.[1];
  if (named !== undefined)
    return `Unexpected file ${code(path)}, expected ${code(named)}; take \`.txt\` off its name. Windows hides such endings until you switch on “File name extensions” in the Explorer.`;
  const right = rightNameOf(path);
  if (right !== undefined)
    return `Unexpected name ${code(path)}, expected ${code(right)}; rename the file, or move it out of the handbook.`;
  const isData = /\.ya?ml$/i.test(path);
  const expected = isData
    ? "`handbook.yml`, `roles.yml`, `absences.yml` or `people.yml` beside the areas"
    : "processes as `<area>/<id>.mdx` and pages as `pages/<id>.mdx`";
  const remedy = isData
    ? "rename or move it."
    : "move it into the folder of an area, or out of the handbook.";
  return `Unexpected file ${code(path)}, expected ${expected}; ${remedy}`;
}

/** What a file in the right place has to be called, where only its ending or its capitals are wrong. */
function rightNameOf(path: string): string | undefined {
  const settings = settingsFileMeant(path);
  if (settings !== undefined) return settings;
  const process = /^([^/]+\/[^/]+)\.(?:mdx?|markdown)$/i.exec(path)?.[1];
  return process === undefined ? undefined : `${process}.mdx`;
}
