import type { ProcessDefinition, StepId } from "../definition/index.ts";
import type { RunRecord } from "../metrics/index.ts";

/** The step of the text that something added by hand stands behind: the last one that was due on its day or before it, else the first. */
export function placeOfAdded(day: string, run: RunRecord, { steps }: ProcessDefinition): StepId {
  const due = new Map(run.tasks.map(({ step, dueDate }) => [step, dueDate]));
  const earlier = steps.filter(({ id }) => (due.get(id) ?? "9999") <= day);
  return (earlier.at(-1) ?? steps[0])?.id ?? "";
}
