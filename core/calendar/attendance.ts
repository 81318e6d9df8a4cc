import { calendarOfDays, type WorkCalendar } from "./calendar-of-days.ts";
import { type EpochDay, toEpochDay } from "./civil-date.ts";
import type { DateRange } from "./date-range.ts";

/** The days people are away, by GitHub login in lower case; a person without an entry never is. */
export type Absences = ReadonlyMap<string, readonly DateRange[]>;

/** Who is at work on which day. Logins may be written in any case. */
export interface Attendance {
  /** The business days that dates are counted in, the same for everybody. */
  readonly team: WorkCalendar;
  /** The business days of a person: those of their own calendar, or else the team's, without the days they are away. */
  readonly calendarOf: (person: string) => WorkCalendar;
  /** Whether a person is at work on a day: the one place that decides it. */
  readonly isAtWork: (person: string, day: EpochDay) => boolean;
  /** Whether a person is missing on a day: away, or off by their own calendar while the team works. */
  readonly isAway: (person: string, day: EpochDay) => boolean;
}

/** What {@link createAttendance} goes by. */
export interface AttendanceRules {
  readonly team: WorkCalendar;
  readonly absences: Absences;
  /** The calendar of a person who has one of their own, by login in lower case; asked at most once for each. */
  readonly ownCalendar: (person: string) => WorkCalendar | undefined;
}

/** Puts calendars and absences together. */
export function createAttendance({ team, absences, ownCalendar }: AttendanceRules): Attendance {
  const calendars = new Map<string, WorkCalendar>();

  function calendarOf(person: string): WorkCalendar {
    const login = person.toLowerCase();
    const known = calendars.get(login) ?? withoutDays(ownCalendar(login) ?? team, absences.get(login));
    calendars.set(login, known);
    return known;
  }

  const isAtWork = (person: string, day: EpochDay) => calendarOf(person).isBusinessDay(day);
  return {
    team,
    calendarOf,
    isAtWork,
    isAway: (person, day) =>
      calendarOf(person) !== team &&
      !isAtWork(person, day) &&
      (team.isBusinessDay(day) || isWithin(absences.get(person.toLowerCase()), day)),
  };
}

function withoutDays(calendar: WorkCalendar, away: readonly DateRange[] | undefined): WorkCalendar {
  if (away === undefined || away.length === 0) return calendar;
  return calendarOfDays((day) => calendar.isBusinessDay(day) && !isWithin(away, day));
}

function isWithin(ranges: readonly DateRange[] | undefined, day: EpochDay): boolean {
  return (ranges ?? []).some(({ from, to }) => toEpochDay(from) <= day && day <= toEpochDay(to));
}
