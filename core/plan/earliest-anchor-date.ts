import type { EpochDay, WorkCalendar } from "../calendar/index.ts";
import { dateTasks, type PlanFrame } from "./date-tasks.ts";
import type { SelectedTask } from "./select-tasks.ts";

const farthestDays = 1 << 18;

/**
 * The first business day, from today on, that could be the anchor date with no task due before today.
 * Due dates never move back when the anchor date moves on, so the search can halve its way.
 */
export function earliestAnchorDate(
  tasks: readonly SelectedTask[],
  today: EpochDay,
  frameOf: (anchor: EpochDay) => PlanFrame,
  calendar: WorkCalendar,
): EpochDay {
  const works = (anchor: EpochDay) =>
    [...dateTasks(tasks, frameOf(anchor)).values()].every(({ due }) => due >= today);
  let step = 1;
  while (step < farthestDays && !works(today + step - 1)) step *= 2;
  let low = today + Math.floor(step / 2) - (step === 1 ? 0 : 1);
  let high = today + step - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (works(middle)) high = middle;
    else low = middle + 1;
  }
  return calendar.nearestBusinessDay(high, "after");
}
