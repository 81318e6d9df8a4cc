import { code } from "../message.ts";
import type { HandbookRule } from "./rule.ts";

/** Two files with one process id. */
export const duplicateProcess: HandbookRule = {
  id: "duplicate-process",
  scope: "handbook",
  severity: "error",
  isEssential: true,
  purpose: "A process's file name is its id, and no other area has a file of that name.",
  why: "Links, issues and commands name a process by its id alone. With two of them nobody can tell which is meant.",
  examples: [
    {
      title: "The same name in two areas",
      wrong: { others: { "events/example.mdx": "" } },
      at: "---",
      right: { others: { "events/example-event.mdx": "" } },
    },
  ],
  check: ({ parsed, processes }) =>
    parsed.processes.flatMap((subject) => {
      const first = processes.get(subject.id);
      if (first === undefined || first === subject) return [];
      const message = `The process id ${code(subject.id)} is taken by ${code(first.path)}; give one of the two files another name.`;
      const related = { path: first.path, line: 1, column: 1 };
      return [{ path: subject.path, line: 1, column: 1, message, related }];
    }),
};
