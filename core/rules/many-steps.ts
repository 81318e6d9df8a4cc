import { count } from "../text/index.ts";
import type { ContextRule } from "./rule.ts";

const steps = (number: number) =>
  `steps:\n${Array.from({ length: number }, (_, index) => `  - { id: part-${index + 1}, title: Write part ${index + 1}, role: author }`).join("\n")}`;

/** More steps than anyone keeps in mind. */
export const manySteps: ContextRule = {
  id: "many-steps",
  scope: "process-in-context",
  severity: "advice",
  most: 12,
  purpose: "A process has as few steps as possible: at most twelve at one level.",
  why: "Each step is an issue, a hand-over and a date. Describe the broad lines: what one person does in one go is one step with a checklist, and a part with a life of its own is a child process.",
  examples: [
    {
      title: "Thirteen steps",
      wrong: { process: steps(13) },
      at: "- { id: part-1,",
      right: { process: steps(12) },
    },
  ],
  check: ({ draft, frontMatter }, { most }) => {
    const number = draft.steps?.length ?? 0;
    if (number <= most) return [];
    const message = `${count(number, "step")} at one level, expected at most ${most}; join those that one person does in one go, or make a child process of some.`;
    return [{ ...frontMatter.positionOf(["steps"]), message }];
  },
};
