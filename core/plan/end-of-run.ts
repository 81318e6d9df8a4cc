import { type CivilDate, toEpochDay, type WorkCalendar } from "../calendar/index.ts";

/** A task that belongs to a run, as {@link endOfRun} sees it: what was left out or cancelled is none. */
export interface EndTask {
  readonly isOver: boolean;
  readonly isLate: boolean;
  readonly dueDate: CivilDate;
  /** Never before the due date while it is not over. */
  readonly expectedDate: CivilDate;
}

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

/** The end of a run that goes on, from the dates of its tasks: for status, starter's word and pages. The anchor date itself never moves by that. */
export function endOfRun(tasks: readonly EndTask[], anchorDate: CivilDate, calendar: WorkCalendar): EndOfRun {
  const open = tasks.filter(({ isOver }) => !isOver);
  const promised = latest(
    tasks.map(({ dueDate }) => dueDate),
    anchorDate,
  );
  const expectedOf = (of: readonly EndTask[]) => of.map(({ expectedDate }) => expectedDate);
  const expected = latest(expectedOf(open), promised);
  const byAnchor = latest(expectedOf(open.filter(({ dueDate }) => dueDate <= anchorDate)), anchorDate);
  return {
    promised,
    expected,
    slipBusinessDays: calendar.businessDaysBetween(toEpochDay(promised), toEpochDay(expected)),
    anchorExpected: byAnchor > anchorDate ? byAnchor : undefined,
    late: open.filter(({ isLate }) => isLate).length,
  };
}

function latest(dates: readonly CivilDate[], least: CivilDate): CivilDate {
  return dates.reduce((last, date) => (date > last ? date : last), least);
}
