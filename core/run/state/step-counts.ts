import type { StepCounts } from "../../text/index.ts";
import type { TaskState } from "./task-state.ts";

/** How far a run is; steps that an answer or a decision has ruled out do not count. */
export function stepCounts(tasks: readonly TaskState[]): StepCounts {
  const kept = tasks.filter(({ isLeftOut }) => !isLeftOut);
  const having = (wanted: TaskState["status"]) => kept.filter(({ status }) => status === wanted).length;
  return { done: having("done"), skipped: having("skipped"), steps: kept.length };
}
