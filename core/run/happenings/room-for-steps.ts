import { mostSteps } from "../../definition/index.ts";
import type { ObservedRun } from "../observed/observed-run.ts";
import { isOver, type RunState } from "../state/task-state.ts";

/** How many steps a run has room for: what GitHub allows, less what is there and what is still to be made. */
export function roomForSteps(
  { steps, foreignSteps }: Pick<ObservedRun, "steps" | "foreignSteps">,
  { tasks }: Pick<RunState, "tasks">,
): number {
  const toCome = tasks.filter((task) => task.issue === undefined && !task.isLeftOut && !isOver(task)).length;
  return mostSteps - steps.length - foreignSteps - toCome;
}
