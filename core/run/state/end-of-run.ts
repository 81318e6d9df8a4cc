import { type CivilDate, toEpochDay, type WorkCalendar } from "../../calendar/index.ts";
import { isOver, type RunState, type TaskState } from "./task-state.ts";

/** How a run stands to what it promised as a whole. */
export interface EndOfRun {
  /** The last promised date of all that belongs to the run. */
  readonly promised: CivilDate;
  /** When the last of it is expected to be over; never before it is promised. */
  readonly expected: CivilDate;
  /** Business days between the two: zero when the end holds. */
  readonly slipBusinessDays: number;
  /** When what is promised by the anchor date is expected to be over, where that is after it; nothing while the anchor date holds. */
  readonly anchorExpected: CivilDate | undefined;
  /** How many steps are late now. */
  readonly late: number;
}

/** The end of a run that goes on, from the dates of its tasks. The anchor date itself never moves by that. */
export function endOfRun({ tasks, anchorDate }: RunState, calendar: WorkCalendar): EndOfRun {
  const kept = tasks.filter(({ isLeftOut, status }) => !isLeftOut && status !== "cancelled");
  const open = kept.filter((task) => !isOver(task));
  const last = (dates: readonly CivilDate[]) =>
    dates.reduce((latest, date) => (date > latest ? date : latest), anchorDate);
  const promised = last(kept.map(({ dueDate }) => dueDate));
  const expected = lastOf(open, promised);
  const byAnchor = lastOf(
    open.filter(({ dueDate }) => dueDate <= anchorDate),
    anchorDate,
  );
  return {
    promised,
    expected,
    slipBusinessDays: calendar.businessDaysBetween(toEpochDay(promised), toEpochDay(expected)),
    anchorExpected: byAnchor > anchorDate ? byAnchor : undefined,
    late: open.filter(({ isLate }) => isLate).length,
  };
}

function lastOf(tasks: readonly TaskState[], least: CivilDate): CivilDate {
  return tasks.reduce((latest, { expectedDate }) => (expectedDate > latest ? expectedDate : latest), least);
}
