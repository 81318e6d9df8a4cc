import type { RunRecord, TaskRecord } from "../metrics/index.ts";

/** The steps that people added to a run by hand. */
export function addedByHand({ deviations, tasks }: RunRecord): TaskRecord[] {
  const added = new Set(deviations.flatMap(({ kind, step }) => (kind === "added" ? [step] : [])));
  return tasks.filter(({ step }) => added.has(step));
}
