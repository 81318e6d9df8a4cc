import type { HandbookFiles } from "../../definition/index.ts";
import type { ExampleFiles } from "../rule.ts";

const soundKeys: Readonly<Record<string, string>> = {
  title: "title: Write an article",
  summary: "summary: From an idea to a text.",
  outcome: "outcome: The text is finished.",
  trigger: "trigger: Someone has an idea.",
  owner: "owner: editor",
  steps: "steps:\n  - { id: draft, title: Write the draft, role: author }",
};

const soundRoles = `author: { title: Author, people: [demo-jonas], deputies: [demo-ben] }
editor: { title: Editor, people: [demo-lena], deputies: [demo-sofia] }
`;

/**
 * The small handbook a rule's example stands for: what the example writes comes first and whole,
 * what it leaves out is filled in so that nothing else is wrong.
 */
export function exampleHandbook(example: ExampleFiles): HandbookFiles {
  const others = Object.entries(example.others ?? {});
  return new Map([
    ["handbook.yml", example.handbook ?? "title: Handbook\n"],
    ["roles.yml", example.roles ?? soundRoles],
    ["absences.yml", example.absences ?? ""],
    ["people.yml", example.people ?? ""],
    [example.path ?? "content/example.mdx", example.file ?? processFile(example)],
    ...others.map(([path, process]): [string, string] => [
      path,
      processFile({ process }, `title: Work on ${path}`),
    ]),
  ]);
}

function processFile(
  { process = "", body }: Pick<ExampleFiles, "process" | "body">,
  title = soundKeys["title"] ?? "",
): string {
  const missing = Object.entries({ ...soundKeys, title }).filter(
    ([key]) => !new RegExp(`^${key}:`, "m").test(process),
  );
  const frontMatter = [process, ...missing.map(([, line]) => line)].filter((text) => text !== "").join("\n");
  return `---\n${frontMatter}\n---\n\n${body ?? exampleBody(frontMatter)}`;
}

function exampleBody(frontMatter: string): string {
  const titles = [...frontMatter.matchAll(/- \{[^{}]*?title: ([^,}]+)/g)].map((match) => match[1]?.trim());
  return titles.map((title) => `## ${title}\n\nDo it well.\n`).join("\n");
}
