import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";

const almostABox = /^(\s*)(?:[-*+] ?\[ *[xX]? *\]|\[ \])/;
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
      const broken = brokenBoxes(section.markdown);
      // Most sections hold none, and then the Markdown need not be parsed to find where its code is.
      if (broken.length === 0) return [];
      const firstLine = section.nodes[0]?.position?.start.line ?? 1;
      const fences = section.nodes.filter(({ type }) => type === "code");
      const isCode = (line: number) =>
        fences.some(({ position }) => position && position.start.line <= line && line <= position.end.line);
      return broken.flatMap(({ text, index, column }) => {
        const line = firstLine + index;
        const message = `${code(text.trim())} is no box of a checklist, expected ${code("- [ ] Text")}; mind the spaces.`;
        return isCode(line) ? [] : [{ line, column, message }];
      });
    }),
};

function brokenBoxes(markdown: string): { text: string; index: number; column: number }[] {
  if (!markdown.includes("[")) return [];
  return markdown.split("\n").flatMap((text, index) => {
    const [, indent] = almostABox.exec(text) ?? [];
    return indent === undefined || box.test(text) ? [] : [{ text, index, column: indent.length + 1 }];
  });
}
