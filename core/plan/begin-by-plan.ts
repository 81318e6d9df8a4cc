import type { EpochDay } from "../calendar/index.ts";

/**
 * The day on which a step can begin by its plan: when the last of those it waits for in its own run is due, be that before the run began,
 * or the run's start where it waits for none; and not before the end of what it waits for in runs beside its own.
 */
export function beginByPlan(
  dues: readonly EpochDay[],
  start: EpochDay,
  siblingEnd: EpochDay | undefined,
): EpochDay {
  const own = dues.length > 0 ? Math.max(...dues) : start;
  return siblingEnd === undefined ? own : Math.max(own, siblingEnd);
}
