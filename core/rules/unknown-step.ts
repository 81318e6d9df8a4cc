import { listOf, readSiblingStep } from "../definition/index.ts";
import { unexpectedWord } from "../message.ts";
import type { ProcessRule, RuleFinding } from "./rule.ts";
import { hasAllIds } from "./support/known-order.ts";

/** `after` or `approves` naming a step that the process does not have. */
export const unknownStep: ProcessRule = {
  id: "unknown-step",
  scope: "process",
  severity: "error",
  isEssential: true,
  purpose: "`after` and `approves` name steps of the same process.",
  why: "A step that waits for something that never comes would never begin.",
  examples: [
    {
      title: "A step waits for a step that does not exist",
      wrong: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: publish, title: Publish, role: editor, after: darft }`,
      },
      at: "darft",
      right: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: publish, title: Publish, role: editor, after: draft }`,
      },
    },
  ],
  check: (process) => {
    if (!hasAllIds(process)) return [];
    const { draft, frontMatter } = process;
    const steps = draft.steps ?? [];
    const ids = new Set(steps.flatMap((step) => step.id ?? []));
    return steps.flatMap((step, index): RuleFinding[] =>
      (["after", "approves"] as const).flatMap((key) => {
        const value = step[key];
        return listOf(value).flatMap((id, position) => {
          if (ids.has(id) || readSiblingStep(id) !== undefined) return [];
          const path = ["steps", index, key, ...(Array.isArray(value) ? [position] : [])];
          const others = [...ids].filter((other) => other !== step.id);
          return [
            {
              ...frontMatter.positionOf(path),
              message: unexpectedWord("step", id, others, "add the step or fix the spelling."),
            },
          ];
        });
      }),
    );
  },
};
