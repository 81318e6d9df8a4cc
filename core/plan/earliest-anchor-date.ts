import type { EpochDay, WorkCalendar } from "../calendar/index.ts";
import type { StepId } from "../definition/index.ts";
import { type PlanFrame, promiseDates } from "./promise-dates.ts";
import type { SelectedTask } from "./select-tasks.ts";

/** Offsets go back 9,999 weeks at most, so no search needs to go farther than this. */
const farthestDays = 1 << 18;

/**
 * The first business day, from today on, that could be the anchor date with no task due before today. Tasks that would be
 * late whatever the anchor date, since they count from today, are left aside: their warning stays.
 * Due dates never move back when the anchor date moves on, so the search can halve its way: it begins as many days
 * on as the earliest due date would be late, which is seldom more than a few days off.
 */
export function earliestAnchorDate(
  tasks: readonly SelectedTask[],
  today: EpochDay,
  frameOf: (anchor: EpochDay) => PlanFrame,
  calendar: WorkCalendar,
): EpochDay {
  const lateOn = (anchor: EpochDay) =>
    [...promiseDates(tasks, frameOf(anchor))].filter(([, { due }]) => due < today);
  const daysLateBut = (aside: ReadonlySet<StepId>) => (anchor: EpochDay) =>
    lateOn(anchor).reduce((most, [id, { due }]) => (aside.has(id) ? most : Math.max(most, today - due)), 0);
  const found =
    firstInTime(today, daysLateBut(new Set())) ??
    firstInTime(today, daysLateBut(new Set(lateOn(today + farthestDays).map(([id]) => id))));
  return calendar.nearestBusinessDay(found ?? today + farthestDays, "after");
}

/** The first day from today on with no day late; nothing when there is none as far as the search goes. */
function firstInTime(today: EpochDay, daysLate: (anchor: EpochDay) => number): EpochDay | undefined {
  const works = (anchor: EpochDay) => daysLate(anchor) === 0;
  let [low, high] = [today, today + daysLate(today)];
  let stride = 1;
  if (high > today && works(high)) {
    // The guess works, perhaps with days to spare: take strides back to one that does not.
    while (high - stride > low && works(high - stride)) {
      high -= stride;
      stride *= 2;
    }
    low = Math.max(low, high - stride + 1);
  } else {
    while (!works(high)) {
      if (high - today >= farthestDays) return undefined;
      low = high + 1;
      high = Math.min(high + stride, today + farthestDays);
      stride *= 2;
    }
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (works(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}
