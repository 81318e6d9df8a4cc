import { isOpen, isTurn } from "./open-work.ts";
import type { RunRecord, TaskRecord } from "./run-record.ts";

/**
 * The tasks whose turn it is that another one waits for, directly or through others, nearest first. Empty for what waits for
 * nothing, and in records of version 1, which do not say.
 */
export function awaitedBefore(task: TaskRecord, { tasks }: Pick<RunRecord, "tasks">): readonly TaskRecord[] {
  const byStep = new Map(tasks.map((one) => [one.step, one]));
  const seen = new Set(task.dependsOn);
  // A set goes on with what is added while it is gone through.
  for (const step of seen) {
    const before = byStep.get(step);
    if (before !== undefined && isOpen(before) && !isTurn(before))
      for (const earlier of before.dependsOn ?? []) seen.add(earlier);
  }
  return [...seen].flatMap((step) => byStep.get(step) ?? []).filter(isTurn);
}
