import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";
import { stepGraph } from "./support/step-graph.ts";

/** An approval of work that is not done when its turn comes. */
export const approvesLaterStep: ProcessRule = {
  id: "approves-later-step",
  scope: "process",
  severity: "error",
  purpose: "An approval waits for the step it approves, directly or through other steps.",
  why: "Nobody can judge what is not there yet, and `/changes` could not send it back.",
  examples: [
    {
      title: "The draft is approved before it is written",
      wrong: {
        process: `steps:
  - { id: outline, title: Write the outline, role: author }
  - { id: approve, title: Approve the draft, kind: approval, approvers: editor, approves: draft }
  - { id: draft, title: Write the draft, role: author }`,
      },
      at: "draft }",
      right: {
        process: `steps:
  - { id: outline, title: Write the outline, role: author }
  - { id: draft, title: Write the draft, role: author }
  - { id: approve, title: Approve the draft, kind: approval, approvers: editor, approves: draft }`,
      },
    },
  ],
  check: (process) => {
    const graph = stepGraph(process);
    return (process.draft.steps ?? []).flatMap((step, index) => {
      const judged = step.approves === undefined ? undefined : graph.indexOf(step.approves);
      if (judged === undefined || graph.upstreamOf(index).has(judged)) return [];
      const message = `Step ${code(step.id ?? index + 1)} approves ${code(step.approves)} but does not wait for it; add ${code(step.approves)} to \`after\`, or correct \`approves\`.`;
      return [{ ...process.frontMatter.positionOf(["steps", index, "approves"]), message }];
    });
  },
};
