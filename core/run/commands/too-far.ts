import type { CivilDate } from "../../calendar/index.ts";

/** So many years on nobody plans a day: the year is a slip of the pen. */
const farthestYears = 50;

/** Whether a date is too far away to be meant. */
export function isTooFar(date: CivilDate, today: CivilDate): boolean {
  return Number(date.slice(0, 4)) > Number(today.slice(0, 4)) + farthestYears;
}
