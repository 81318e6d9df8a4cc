import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";

/** A text that a comma cut in two. */
export const splitByComma: ProcessRule = {
  id: "split-by-comma",
  scope: "process",
  severity: "warning",
  purpose: "An output that holds a comma stands in quotes.",
  why: "In square brackets a comma begins the next entry, so one output becomes two, and the second makes no sense. It is found where the first entry begins with a capital letter and a later one does not.",
  examples: [
    {
      title: "One output that became two",
      wrong: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author, output: [The text, proofread] }`,
      },
      at: "proofread]",
      right: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author, output: ["The text, proofread"] }`,
      },
    },
    {
      title: "Two outputs, one of them without a capital letter",
      wrong: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author, output: [The text, a list of sources] }`,
      },
      at: "a list",
      right: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author, output: [The text, A list of sources] }`,
      },
    },
  ],
  check: ({ draft, frontMatter }) =>
    (draft.steps ?? []).flatMap(({ output }, index) => {
      if (!Array.isArray(output) || !/^\p{Lu}/u.test(output[0] ?? "")) return [];
      const rest = output.findIndex((text, position) => position > 0 && /^\p{Ll}+\b/u.test(text));
      if (rest < 0) return [];
      const whole = `"${wholeText(output, rest)}"`;
      const message = `Output ${code(output[rest])} looks like the rest of the one before it, expected one text in quotes; write ${code(whole, 120)}, or begin it with a capital letter if it is an output of its own.`;
      return [{ ...frontMatter.positionOf(["steps", index, "output", rest]), message }];
    }),
};

/** All that commas cut off one text: from the last entry with a capital letter to the next. */
function wholeText(output: readonly (string | undefined)[], rest: number): string {
  const begins = (text: string | undefined) => /^\p{Lu}/u.test(text ?? "");
  const first = output.slice(0, rest).findLastIndex(begins);
  const next = output.findIndex((text, position) => position > rest && begins(text));
  return output.slice(first, next < 0 ? undefined : next).join(", ");
}
