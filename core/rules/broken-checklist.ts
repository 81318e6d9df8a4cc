import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";
import { linesOfSection } from "./support/lines-of-section.ts";

const almostABox = /^(\s*)(?:[-*+] ?\[ {0,9}[xX]? {0,9}\]|\[ \]|(?:[-*+] )?[☐☑☒□✓✔✅⬜] ?\S)/u;
const box = /^\s*[-*+] +\[[ xX]\] +\S/;

/** A line that was meant for a box of a checklist. */
export const brokenChecklist: ProcessRule = {
  id: "broken-checklist",
  scope: "process",
  severity: "warning",
  purpose: "What looks like a box of a checklist is one: a dash, a space, `[ ]`, a space, and the text.",
  why: "One space too few or too many, and the line becomes plain text: nobody can tick it off, and it is not counted.",
  examples: [
    {
      title: "A box without a space in it",
      wrong: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\n- [ ] Begin.\n- [] Read it aloud.\n",
      },
      at: "- [] Read",
      right: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\n- [ ] Begin.\n- [ ] Read it aloud.\n",
      },
    },
    {
      title: "A box as a word processor makes it",
      wrong: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\n☐ Begin.\n",
      },
      at: "☐",
      right: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\n- [ ] Begin.\n",
      },
    },
    {
      title: "No space after the dash",
      wrong: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\n-[ ] Begin.\n",
      },
      at: "-[ ]",
      right: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\n- [ ] Begin.\n",
      },
    },
  ],
  check: ({ body }) =>
    [body.introduction, ...body.sections].flatMap((section) => {
      if (!/[[☐☑☒□✓✔✅⬜]/u.test(section.markdown)) return [];
      return linesOfSection(section, columnOfBrokenBox).map(({ text, line, column }) => ({
        line,
        column,
        message: `${code(text.trim())} is no box of a checklist, expected ${code("- [ ] Text")}; mind the spaces.`,
      }));
    }),
};

function columnOfBrokenBox(line: string): number | undefined {
  const [, indent] = almostABox.exec(line) ?? [];
  return indent === undefined || box.test(line) ? undefined : indent.length + 1;
}
