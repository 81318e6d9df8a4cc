import { type CivilDate, civilToday, type WorkCalendar } from "../calendar/index.ts";
import { type Handbook, type ProcessId, settingsFor } from "../definition/index.ts";
import { workCalendarOf } from "../holidays/index.ts";
import type { Instant } from "./run-record.ts";

/** What runs are measured with: the calendar of a process, the date of an instant in the handbook's time zone, and the day of the count. */
export interface MeasureFrame {
  /** A process may have a calendar of its own; one that the handbook no longer has is measured with the handbook's. */
  readonly calendarOf: (process: ProcessId) => WorkCalendar;
  readonly dateOf: (instant: Instant) => CivilDate;
  readonly today: CivilDate;
}

/** The frame that every surface measures with: the one place that says whose calendar a run is counted in. */
export function measureFrameOf(
  { config, processes }: Pick<Handbook, "config" | "processes">,
  now: Instant,
): MeasureFrame {
  const dateOf = (instant: Instant) => civilToday(instant, config.timeZone);
  const calendars = new Map<ProcessId, WorkCalendar>();
  const common = workCalendarOf(config);
  return {
    calendarOf: (process) => {
      const known = calendars.get(process);
      if (known !== undefined) return known;
      const definition = processes.get(process);
      const own =
        definition?.calendar === undefined ? common : workCalendarOf(settingsFor(definition, config));
      calendars.set(process, own);
      return own;
    },
    dateOf,
    today: dateOf(now),
  };
}
