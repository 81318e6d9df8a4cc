import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";
import { conditionsOf } from "./support/conditions.ts";

/** A decision whose outcomes change nothing. */
export const decisionWithoutEffect: ProcessRule = {
  id: "decision-without-effect",
  scope: "process",
  severity: "warning",
  purpose: "Some step's `when` uses the outcome of each decision.",
  why: "If the same steps follow whatever is decided, people are asked for a decision that leads nowhere. Make it a task, or say which steps depend on it.",
  examples: [
    {
      title: "The same step follows either way",
      wrong: {
        process: `steps:
  - { id: route, title: Build or buy, kind: decision, role: editor, options: [build, buy] }
  - { id: order, title: Order it, role: author }`,
      },
      at: "{ id: route",
      right: {
        process: `steps:
  - { id: route, title: Build or buy, kind: decision, role: editor, options: [build, buy] }
  - { id: order, title: Order it, role: author, when: { route: buy } }`,
      },
    },
  ],
  check: (process) => {
    const used = new Set(conditionsOf(process).map(({ condition }) => condition.subject));
    return (process.draft.steps ?? []).flatMap((step, index) => {
      if (step.kind !== "decision" || step.id === undefined || used.has(step.id)) return [];
      const message = `No step depends on the decision ${code(step.id)}, expected \`when: { ${step.id}: … }\` on the steps of each way; add it, or make this a task.`;
      return [{ ...process.frontMatter.positionOf(["steps", index]), message }];
    });
  },
};
