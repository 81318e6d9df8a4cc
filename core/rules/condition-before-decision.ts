import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";
import { conditionsOf } from "./support/conditions.ts";
import { stepGraph } from "./support/step-graph.ts";
import { subjectsOf } from "./support/subjects.ts";

/** A step that depends on a decision it does not wait for. */
export const conditionBeforeDecision: ProcessRule = {
  id: "condition-before-decision",
  scope: "process",
  severity: "error",
  purpose:
    "A step whose `when` asks about a decision, or about a value that a step collects, waits for it, directly or through other steps.",
  why: "When the step's turn comes before the decision is taken, nobody can say whether it is to be done.",
  examples: [
    {
      title: "A step that does not wait for the decision",
      wrong: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: route, title: Print or not, kind: decision, role: editor, options: [print, web] }
  - { id: paper, title: Order the paper, role: author, after: draft, when: { route: print } }`,
      },
      at: "route: print",
      right: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: route, title: Print or not, kind: decision, role: editor, options: [print, web] }
  - { id: paper, title: Order the paper, role: author, after: route, when: { route: print } }`,
      },
    },
  ],
  check: (process) => {
    const subjects = subjectsOf(process);
    const graph = stepGraph(process);
    return conditionsOf(process).flatMap(({ step, condition, path }) => {
      const { step: decision, collectedBy } = subjects.get(condition.subject) ?? {};
      const said = decision ?? collectedBy;
      if (said === undefined || graph.upstreamOf(step).has(said)) return [];
      const position = process.frontMatter.keyPositionOf(path);
      const name = code(condition.subject);
      const by = code(process.draft.steps?.[said]?.id ?? "");
      const message =
        decision === undefined
          ? `The step depends on the value ${name} but does not wait for the step that collects it, expected ${by} among the steps it comes after; add it to \`after\`.`
          : `The step depends on the decision ${name} but does not wait for it, expected ${name} among the steps it comes after; add it to \`after\`.`;
      return [{ ...position, message }];
    });
  },
};
