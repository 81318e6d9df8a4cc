import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";

/** Two sections under one heading. */
export const duplicateHeading: ProcessRule = {
  id: "duplicate-heading",
  scope: "process",
  severity: "warning",
  purpose: "Every `## ` heading of a process stands once.",
  why: "A step takes its instructions from the first section under its title. What stands under the second would be shown apart from it, or be overlooked.",
  examples: [
    {
      title: "The same heading twice",
      wrong: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\nBegin.\n\n## Hints\n\nTake your time.\n\n## Hints\n\nAsk for help.\n",
      },
      at: "## Hints\n\nAsk",
      right: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\nBegin.\n\n## Hints\n\nTake your time. Ask for help.\n",
      },
    },
  ],
  check: ({ path, body }) => {
    const first = new Map<string, { line: number; column: number }>();
    return body.sections.flatMap(({ title, line, column }) => {
      const earlier = first.get(title);
      if (!earlier) {
        first.set(title, { line, column });
        return [];
      }
      const message = `Heading ${code(`## ${title}`)} stands here a second time, first on line ${earlier.line}; put both texts under one heading, or rename one.`;
      return [{ line, column, message, related: { path, ...earlier } }];
    });
  },
};
