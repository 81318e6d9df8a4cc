import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";
import { nominalDueDates } from "./support/nominal-dates.ts";
import { stepGraph } from "./support/step-graph.ts";

/** A step that is due before one it waits for. */
export const dueBeforePredecessor: ProcessRule = {
  id: "due-before-predecessor",
  scope: "process",
  severity: "error",
  purpose: "No step is due before a step it waits for.",
  why: "The person whose turn it is would be late before they can begin, in every single run. Most often two offsets are the wrong way round, or a step should not wait.",
  examples: [
    {
      title: "The review is due before the draft",
      wrong: {
        process: `anchor: Publish date
steps:
  - { id: draft, title: Write the draft, role: author, due: -5d }
  - { id: review, title: Review the draft, role: editor, due: -10d }`,
      },
      at: "-10d",
      right: {
        process: `anchor: Publish date
steps:
  - { id: draft, title: Write the draft, role: author, due: -10d }
  - { id: review, title: Review the draft, role: editor, due: -5d }`,
      },
    },
    {
      title: "Two steps that count from the same other date",
      wrong: {
        process: `anchor: Release date
ask:
  - { id: freeze, label: Code freeze, type: date, required: true }
steps:
  - { id: branch, title: Cut the branch, role: author, from: freeze, due: +1d }
  - { id: test, title: Test the branch, role: editor, from: freeze, due: -1d }`,
      },
      at: "-1d",
      right: {
        process: `anchor: Release date
ask:
  - { id: freeze, label: Code freeze, type: date, required: true }
steps:
  - { id: branch, title: Cut the branch, role: author, from: freeze, due: +1d }
  - { id: test, title: Test the branch, role: editor, due: -5d }`,
      },
    },
    {
      title: "The time between is too short for the work",
      wrong: {
        process: `anchor: Publish date
steps:
  - { id: draft, title: Write the draft, role: author, due: -10bd }
  - { id: images, title: Make the images, role: author, duration: 8bd }
  - { id: review, title: Review it all, role: editor, due: -5bd }`,
      },
      at: "-5bd",
      right: {
        process: `anchor: Publish date
steps:
  - { id: draft, title: Write the draft, role: author, due: -10bd }
  - { id: images, title: Make the images, role: author, duration: 4bd }
  - { id: review, title: Review it all, role: editor, due: -5bd }`,
      },
    },
  ],
  check: (process) => {
    const steps = process.draft.steps ?? [];
    if (!steps.some(({ due }) => due !== undefined)) return [];
    const graph = stepGraph(process);
    const anchors = new Set(steps.filter(({ due }) => due !== undefined).map(({ from }) => from));
    const weeksFrom = new Map([...anchors].map((from) => [from, nominalDueDates(process, graph, from)]));
    return steps.flatMap((step, index) => {
      const weeks = weeksFrom.get(step.from) ?? [];
      const later = graph
        .waitsFor(index)
        .find((other) => weeks.length > 0 && weeks.every((dates) => isBefore(dates[index], dates[other])));
      if (step.due === undefined || later === undefined || graph.upstreamOf(index).has(index)) return [];
      const position = process.frontMatter.positionOf(["steps", index, "due"]);
      const other = steps[later];
      const found = other?.due === undefined ? "cannot be done by then" : `is due at ${code(other.due)}`;
      const message = `Step ${code(step.id ?? index + 1)} is due at ${code(step.due)}, but ${code(other?.id)}, which it waits for, ${found}; move one of the two, or change \`after\`.`;
      return [{ ...position, message }];
    });
  },
};

function isBefore(due: number | undefined, other: number | undefined): boolean {
  return due !== undefined && other !== undefined && due < other;
}
