import { findSection } from "../definition/index.ts";
import { code, nearest } from "../message.ts";
import type { ProcessRule } from "./rule.ts";

/** A heading that almost equals the title of a step without instructions. */
export const headingNearStep: ProcessRule = {
  id: "heading-near-step",
  scope: "process",
  severity: "warning",
  purpose: "A heading that is meant for a step equals the step's title.",
  why: "Instructions are found by their heading. With one letter too many they belong to no step: the page shows them at the end, and the issue stays empty.",
  examples: [
    {
      title: "A heading with another word order of letters",
      wrong: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the darft\n\nBegin with the end in mind.\n",
      },
      at: "## Write the darft",
      right: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\nBegin with the end in mind.\n",
      },
    },
  ],
  check: ({ draft, body }) => {
    const titles = new Set((draft.steps ?? []).flatMap(({ title }) => title ?? []));
    const spare = body.sections.filter(({ title }) => !titles.has(title));
    // Most headings are those of steps, and then nobody needs to know which steps have none.
    const free = spare.length === 0 ? [] : [...titles].filter((title) => !findSection(body, title));
    return spare.flatMap(({ title, line, column }) => {
      const near = nearest(title, free);
      if (near === undefined) return [];
      const message = `Heading ${code(`## ${title}`)} belongs to no step, expected ${code(`## ${near}`)}, the title of a step without instructions; make the two equal.`;
      return [{ line, column, message }];
    });
  },
};
