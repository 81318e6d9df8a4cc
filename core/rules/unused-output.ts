import { listOf } from "../definition/index.ts";
import { code } from "../message.ts";
import type { ContextRule } from "./rule.ts";
import { isMisreadAt } from "./support/misread.ts";
import { roleMentions } from "./support/role-mentions.ts";
import { stepGraph } from "./support/step-graph.ts";

/** A step whose output no other step takes up. */
export const unusedOutput: ContextRule = {
  id: "unused-output",
  scope: "process-in-context",
  severity: "advice",
  purpose: "What a step delivers is named as input of a later step, unless the process ends with it.",
  why: "Work that nobody waits for is work that could be left out, or work whose reader does not know it is there.",
  examples: [
    {
      title: "Nobody uses the figures",
      wrong: {
        process: `steps:
  - { id: count, title: Count the visits, role: editor, output: The figures }
  - { id: draft, title: Write the draft, role: author }`,
      },
      at: "The figures",
      right: {
        process: `steps:
  - { id: count, title: Count the visits, role: editor, output: The figures }
  - { id: draft, title: Write the draft, role: author, input: [{ what: The figures, from: count }] }`,
      },
    },
  ],
  check: (process, { roles }) => {
    const graph = stepGraph(process);
    const isLost = roleMentions(process).some(({ use, role }) => use === "supplier" && !roles.has(role));
    if (isLost || isMisreadAt(process, /^steps\.\d+\.(?:input|kind)/)) return [];
    const steps = process.draft.steps ?? [];
    const judged = steps.flatMap((step, index) =>
      step.kind === "approval" ? [step.approves ?? steps[graph.waitsFor(index)[0] ?? -1]?.id] : [],
    );
    const used = new Set([...judged, ...steps.flatMap((step) => (step.input ?? []).map(({ from }) => from))]);
    return steps.flatMap((step, index) => {
      const outputs = listOf(step.output);
      if (outputs.length === 0 || used.has(step.id)) return [];
      const isLast = graph.followersOf(index).length === 0 || graph.upstreamOf(index).has(index);
      if (isLast) return [];
      const message = `No step takes up ${code(outputs[0])} from ${code(step.id ?? index + 1)}, expected it under \`input\` of a later step; add \`input: [{ what: …, from: ${step.id} }]\` there, or leave the output out.`;
      return [{ ...process.frontMatter.positionOf(["steps", index, "output"]), message }];
    });
  },
};
