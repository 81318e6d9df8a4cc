import { count } from "./plural.ts";

/** How many steps of a run are done and skipped, of all that it needs. */
export interface StepCounts {
  readonly done: number;
  readonly skipped: number;
  readonly steps: number;
}

/** `4 of 10 steps done`; with steps that were left out `4 done, 1 skipped of 10 steps`. */
export function progressOf({ done, skipped, steps }: StepCounts): string {
  return skipped === 0
    ? `${done} of ${count(steps, "step")} done`
    : `${done} done, ${skipped} skipped of ${count(steps, "step")}`;
}
