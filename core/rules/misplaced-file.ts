import { idPattern } from "../definition/index.ts";
import { code } from "../message.ts";
import type { HandbookRule } from "./rule.ts";

/** A process file where none is read, or under a name that cannot be an id. */
export const misplacedFile: HandbookRule = {
  id: "misplaced-file",
  scope: "handbook",
  severity: "error",
  isEssential: true,
  purpose:
    "A process is a file `<area>/<id>.mdx`, its name in lower-case letters, digits and dashes, and unique in the handbook.",
  why: "The file name is the process's id: it stands in links, in issues and in commands, for years. A file elsewhere would never be read, and nobody would be told.",
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
  ],
  check: ({ parsed, processes }) => [
    ...parsed.misplaced.map((path) => ({
      path,
      line: 1,
      column: 1,
      message: `Unexpected file ${code(path)}, expected processes as \`<area>/<id>.mdx\`; move it into the folder of an area, or out of the handbook.`,
    })),
    ...parsed.processes.flatMap((subject) => {
      const first = processes.get(subject.id);
      if (!idPattern.test(subject.id) || !idPattern.test(subject.area)) {
        const message = `Unexpected file name ${code(subject.path)}, expected lower-case letters, digits and dashes, at most 64 for each part; rename it.`;
        return [{ path: subject.path, line: 1, column: 1, message }];
      }
      if (first === undefined || first === subject) return [];
      const message = `The process id ${code(subject.id)} is taken by ${code(first.path)}; give one of the two files another name.`;
      return [
        {
          path: subject.path,
          line: 1,
          column: 1,
          message,
          related: { path: first.path, line: 1, column: 1 },
        },
      ];
    }),
  ],
};
