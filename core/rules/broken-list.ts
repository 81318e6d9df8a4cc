import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";
import { linesOfSection } from "./support/lines-of-section.ts";

const typedBullet = /^(\s*)[•‣⁃◦▪▫●○■·]\s*\S/u;

/** A line that begins with a bullet as word processors make them. */
export const brokenList: ProcessRule = {
  id: "broken-list",
  scope: "process",
  severity: "warning",
  purpose: "An entry of a list begins with a dash and a space.",
  why: "A bullet that was pasted from a word processor is a letter like any other: the entries run together into one paragraph, and what was a list of five things is a sentence nobody can read.",
  examples: [
    {
      title: "A bullet from a word processor",
      wrong: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\n- Begin.\n• Read it aloud.\n",
      },
      at: "• Read",
      right: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\n- Begin.\n- Read it aloud.\n",
      },
    },
  ],
  check: ({ body }) =>
    [body.introduction, ...body.sections].flatMap((section) =>
      linesOfSection(section, columnOfBullet).map(({ text, line, column }) => {
        const words = text.trim().replace(/^.\s*/u, "");
        return {
          line,
          column,
          message: `${code(text.trim())} is no entry of a list, expected a dash and a space before it; write ${code(`- ${words}`)}, or ${code(`- [ ] ${words}`)} for something to tick off.`,
        };
      }),
    ),
};

function columnOfBullet(line: string): number | undefined {
  const [, indent] = typedBullet.exec(line) ?? [];
  return indent === undefined ? undefined : indent.length + 1;
}
