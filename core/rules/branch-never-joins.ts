import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";
import { conditionsOf } from "./support/conditions.ts";
import { stepGraph } from "./support/step-graph.ts";
import { subjectsOf } from "./support/subjects.ts";

/** A branch after a decision that the rest of the process does not wait for. */
export const branchNeverJoins: ProcessRule = {
  id: "branch-never-joins",
  scope: "process",
  severity: "warning",
  purpose: "Where a process goes on after a decision, it waits for each of the ways that lead from it.",
  why: "A step that goes on without waiting for one of the branches begins too early whenever that branch is taken.",
  examples: [
    {
      title: "The end waits for one of two branches",
      wrong: {
        process: `steps:
  - { id: route, title: Build or buy, kind: decision, role: editor, options: [build, buy] }
  - { id: build, title: Build it, role: author, when: { route: build } }
  - { id: order, title: Order it, role: author, after: route, when: { route: buy } }
  - { id: show, title: Show it to the team, role: editor, after: order }`,
      },
      at: "{ id: build",
      right: {
        process: `steps:
  - { id: route, title: Build or buy, kind: decision, role: editor, options: [build, buy] }
  - { id: build, title: Build it, role: author, when: { route: build } }
  - { id: order, title: Order it, role: author, after: route, when: { route: buy } }
  - { id: show, title: Show it to the team, role: editor, after: [build, order] }`,
      },
    },
  ],
  check: (process) => {
    const graph = stepGraph(process);
    const subjects = subjectsOf(process);
    const steps = process.draft.steps ?? [];
    const conditions = conditionsOf(process);
    const dependsOn = (index: number, decision: string) =>
      conditions.some(({ step, condition }) => step === index && condition.subject === decision);
    return conditions.flatMap(({ step, condition }) => {
      const decision = subjects.get(condition.subject)?.step;
      if (decision === undefined || graph.followersOf(step).length > 0) return [];
      const before = graph.upstreamOf(step);
      const goesOn = steps.findIndex(
        (_, index) =>
          !before.has(index) && graph.upstreamOf(index).has(decision) && !dependsOn(index, condition.subject),
      );
      if (goesOn < 0) return [];
      const message = `No step waits for ${code(steps[step]?.id)}, but ${code(steps[goesOn]?.id)} goes on after the decision ${code(condition.subject)}, expected it to wait for every way; add ${code(steps[step]?.id)} to the \`after\` of ${code(steps[goesOn]?.id)}, or give that a \`when\` of its own.`;
      return [{ ...process.frontMatter.positionOf(["steps", step]), message }];
    });
  },
};
