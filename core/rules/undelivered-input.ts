import { listOf } from "../definition/index.ts";
import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";
import { knownOrder } from "./support/known-order.ts";
import { misreadSteps } from "./support/misread.ts";
import { stepGraph } from "./support/step-graph.ts";

/** An input from a step that cannot deliver it in time, or delivers nothing. */
export const undeliveredInput: ProcessRule = {
  id: "undelivered-input",
  scope: "process",
  severity: "warning",
  purpose:
    "An input that comes from a step comes from one that is done before, and that names what it delivers.",
  why: "Whoever needs the input waits for something that nobody knows they should bring, or that comes too late.",
  examples: [
    {
      title: "The input comes from a later step",
      wrong: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author, input: [{ what: The figures, from: count }] }
  - { id: count, title: Count the visits, role: editor, output: The figures }`,
      },
      at: "count }]",
      right: {
        process: `steps:
  - { id: count, title: Count the visits, role: editor, output: The figures }
  - { id: draft, title: Write the draft, role: author, input: [{ what: The figures, from: count }] }`,
      },
    },
    {
      title: "The step that should deliver it names no output",
      wrong: {
        process: `steps:
  - { id: count, title: Count the visits, role: editor }
  - { id: draft, title: Write the draft, role: author, input: [{ what: The figures, from: count }] }`,
      },
      at: "count }]",
      right: {
        process: `steps:
  - { id: count, title: Count the visits, role: editor, output: The figures }
  - { id: draft, title: Write the draft, role: author, input: [{ what: The figures, from: count }] }`,
      },
    },
  ],
  check: (process) => {
    const graph = stepGraph(process);
    const steps = process.draft.steps ?? [];
    const misread = misreadSteps(process);
    const isKnown = knownOrder(process);
    return steps.flatMap((step, index) => {
      if ((step.input ?? []).length === 0 || !isKnown(index)) return [];
      return (step.input ?? []).flatMap(({ what, from }, position) => {
        const source = from === undefined ? undefined : graph.indexOf(from);
        if (source === undefined || misread.has(source)) return [];
        const delivers = steps[source];
        const isTask = (delivers?.kind ?? "task") === "task";
        const reason = !graph.upstreamOf(index).has(source)
          ? `is not done before this step; add ${code(from)} to \`after\`, or take the input from somewhere else.`
          : isTask && listOf(delivers?.output).length === 0
            ? `names nothing it delivers; add ${code(`output: [${what ?? "…"}]`)} to it.`
            : undefined;
        if (reason === undefined) return [];
        const place = process.frontMatter.positionOf(["steps", index, "input", position, "from"]);
        return [{ ...place, message: `${code(what)} is expected from step ${code(from)}, which ${reason}` }];
      });
    });
  },
};
