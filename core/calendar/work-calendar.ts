import { calendarOfDays, type WorkCalendar } from "./calendar-of-days.ts";
import {
  type CivilDate,
  type EpochDay,
  epochDayOf,
  fromEpochDay,
  type IsoWeekday,
  toEpochDay,
  weekdayOf,
} from "./civil-date.ts";
import type { DateRange } from "./date-range.ts";

/** What decides whether work may happen on a day. */
export interface WorkCalendarRules {
  /** The days of the week that are worked; empty means that no day is. */
  readonly workweek: readonly IsoWeekday[];
  /** The public holidays of a calendar year. Asked at most once a year; order and duplicates do not matter. */
  readonly publicHolidays: (year: number) => readonly CivilDate[];
  /** Company closures, both ends included. */
  readonly closed: readonly DateRange[];
  /** Days that are worked whatever else is said of them, both ends included; none when absent. */
  readonly worked?: readonly DateRange[] | undefined;
}

/** Builds the calendar. Each year is worked out once, when a day of it is first asked for. */
export function createWorkCalendar(rules: WorkCalendarRules): WorkCalendar {
  const years = new Map<number, BusinessYear>();
  let current: BusinessYear = { firstDay: 0, lastDay: -1, open: new Uint8Array(0) };

  function isBusinessDay(day: EpochDay): boolean {
    if (day < current.firstDay || day > current.lastDay) current = businessYearOf(day, years, rules);
    return current.open[day - current.firstDay] === 1;
  }

  return calendarOfDays(isBusinessDay);
}

interface BusinessYear {
  readonly firstDay: EpochDay;
  readonly lastDay: EpochDay;
  /** One byte a day from the first of January: 1 when it is a business day. */
  readonly open: Uint8Array;
}

function businessYearOf(
  day: EpochDay,
  years: Map<number, BusinessYear>,
  rules: WorkCalendarRules,
): BusinessYear {
  const year = Number(fromEpochDay(day).slice(0, 4));
  const known = years.get(year);
  if (known) return known;
  const built = buildBusinessYear(year, rules);
  years.set(year, built);
  return built;
}

function buildBusinessYear(year: number, rules: WorkCalendarRules): BusinessYear {
  const firstDay = epochDayOf(year, 1, 1);
  const lastDay = epochDayOf(year + 1, 1, 1) - 1;
  const open = new Uint8Array(lastDay - firstDay + 1);
  for (let day = firstDay; day <= lastDay; day += 1) {
    if (rules.workweek.includes(weekdayOf(day))) open[day - firstDay] = 1;
  }
  for (const holiday of rules.publicHolidays(year)) open[toEpochDay(holiday) - firstDay] = 0;
  const mark = (ranges: readonly DateRange[], isOpen: 0 | 1) => {
    for (const range of ranges) {
      const from = Math.max(toEpochDay(range.from), firstDay);
      const to = Math.min(toEpochDay(range.to), lastDay);
      for (let day = from; day <= to; day += 1) open[day - firstDay] = isOpen;
    }
  };
  mark(rules.closed, 0);
  mark(rules.worked ?? [], 1);
  return { firstDay, lastDay, open };
}
