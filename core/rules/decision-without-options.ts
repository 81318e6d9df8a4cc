import { listOf } from "../definition/index.ts";
import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";
import { isMisread } from "./support/misread.ts";

/** A decision with nothing to choose from. */
export const decisionWithoutOptions: ProcessRule = {
  id: "decision-without-options",
  scope: "process",
  severity: "error",
  purpose: "A decision names at least two outcomes under `options`.",
  why: "Whoever decides answers with `/decide` and one of the outcomes. With fewer than two there is nothing to decide.",
  examples: [
    {
      title: "A decision without outcomes",
      wrong: {
        process: `steps:
  - { id: route, title: Build or buy, kind: decision, role: editor }`,
      },
      at: "{ id: route",
      right: {
        process: `steps:
  - { id: route, title: Build or buy, kind: decision, role: editor, options: [build, buy] }
  - { id: order, title: Order it, role: author, when: { route: buy } }`,
      },
    },
  ],
  check: (process) =>
    (process.draft.steps ?? []).flatMap((step, index) => {
      const outcomes = new Set(listOf(step.options).map((option) => option.toLowerCase()));
      if (step.kind !== "decision" || outcomes.size > 1) return [];
      if (isMisread(process, "steps", index, "options")) return [];
      const found = outcomes.size === 0 ? "has no outcomes" : `has the one outcome ${code([...outcomes][0])}`;
      const message = `Decision ${code(step.id ?? index + 1)} ${found}, expected at least two; write \`options: [yes, no]\` with the words people will use.`;
      return [{ ...process.frontMatter.positionOf(["steps", index]), message }];
    }),
};
