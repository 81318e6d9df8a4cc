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

/** Tells business days from others. Days are {@link EpochDay} numbers. */
export interface WorkCalendar {
  /** True when work may happen: a day that is said to be worked, or one of the workweek that is neither a public holiday nor in a closure. */
  isBusinessDay(day: EpochDay): boolean;
  /** The day itself when it is a business day, else the nearest one in the given direction. */
  nearestBusinessDay(day: EpochDay, direction: "before" | "after"): EpochDay;
  /**
   * The `count`-th business day after `day`, or before it when negative; `0` gives `day` back, business day or not.
   * A calendar without a business day within ten years gives the day ten years away.
   */
  addBusinessDays(day: EpochDay, count: number): EpochDay;
  /** How many business days lie after `from` up to and including `to`; negative when `to` comes first. */
  businessDaysBetween(from: EpochDay, to: EpochDay): number;
}

const searchLimitDays = 3660;

/** Builds the calendar. Each year is worked out once, when a day of it is first asked for. */
export function createWorkCalendar(rules: WorkCalendarRules): WorkCalendar {
  const years = new Map<number, BusinessYear>();
  let current: BusinessYear = { firstDay: 0, lastDay: -1, open: new Uint8Array(0) };

  function isBusinessDay(day: EpochDay): boolean {
    if (day < current.firstDay || day > current.lastDay) current = businessYearOf(day, years, rules);
    return current.open[day - current.firstDay] === 1;
  }

  function nearestBusinessDay(day: EpochDay, direction: "before" | "after"): EpochDay {
    const stride = direction === "before" ? -1 : 1;
    let candidate = day;
    for (let tried = 0; tried < searchLimitDays && !isBusinessDay(candidate); tried += 1) candidate += stride;
    return candidate;
  }

  function addBusinessDays(day: EpochDay, count: number): EpochDay {
    const stride = count < 0 ? -1 : 1;
    let result = day;
    for (let left = Math.abs(count); left > 0; left -= 1) {
      result = nearestBusinessDay(result + stride, stride < 0 ? "before" : "after");
    }
    return result;
  }

  function businessDaysBetween(from: EpochDay, to: EpochDay): number {
    if (to < from) return 0 - businessDaysBetween(to, from);
    let count = 0;
    for (let day = from + 1; day <= to; day += 1) if (isBusinessDay(day)) count += 1;
    return count;
  }

  return { isBusinessDay, nearestBusinessDay, addBusinessDays, businessDaysBetween };
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
