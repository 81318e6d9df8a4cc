import { type CivilDate, toEpochDay, type WorkCalendar } from "../calendar/index.ts";

/** A task that belongs to a run, as {@link endOfRun} sees it: what was left out or cancelled is none. */
export interface EndTask {
  readonly isOver: boolean;
  readonly isLate: boolean;
  readonly dueDate: CivilDate;
  /** Never before the due date while it is not over. */
  readonly expectedDate: CivilDate;
}

/** A day that people outside the run count on: what was promised by then, and when it is expected to be over. */
export interface SlippingDate {
  readonly promised: CivilDate;
  /** After `promised`. */
  readonly expected: CivilDate;
}

/** The date that offsets count from. */
export interface RunAnchor {
  readonly date: CivilDate;
  /** Whether the run begins with it: it is past then, and the day that is promised is the end. */
  readonly isStart: boolean;
}

/** How a run stands to what it promised as a whole. */
export interface EndOfRun {
  /** The last promised date of all that belongs to the run. */
  readonly promised: CivilDate;
  /** When the last of it is expected to be over; never before it is promised. */
  readonly expected: CivilDate;
  /** Business days between the two: zero when the end holds. */
  readonly slipBusinessDays: number;
  /** The anchor date, or the end of a run that begins with that, where what is promised by then is expected later; nothing while it holds. */
  readonly atRisk: SlippingDate | undefined;
  /** How many steps are late now. */
  readonly late: number;
}

/** The end of a run that goes on, from the dates of its tasks: for status, starter's word and pages. The anchor date itself never moves by that. */
export function endOfRun(tasks: readonly EndTask[], anchor: RunAnchor, calendar: WorkCalendar): EndOfRun {
  const open = tasks.filter(({ isOver }) => !isOver);
  const promised = latest(
    tasks.map(({ dueDate }) => dueDate),
    anchor.date,
  );
  const expectedOf = (of: readonly EndTask[]) => of.map(({ expectedDate }) => expectedDate);
  const expected = latest(expectedOf(open), promised);
  const counted = anchor.isStart ? promised : anchor.date;
  const byThen = latest(expectedOf(open.filter(({ dueDate }) => dueDate <= counted)), counted);
  return {
    promised,
    expected,
    slipBusinessDays: calendar.businessDaysBetween(toEpochDay(promised), toEpochDay(expected)),
    atRisk: byThen > counted ? { promised: counted, expected: byThen } : undefined,
    late: open.filter(({ isLate }) => isLate).length,
  };
}

function latest(dates: readonly CivilDate[], least: CivilDate): CivilDate {
  return dates.reduce((last, date) => (date > last ? date : last), least);
}
