import type { EpochDay } from "./civil-date.ts";

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

/** Counts and searches among the days that are business days. */
export function calendarOfDays(isBusinessDay: (day: EpochDay) => boolean): WorkCalendar {
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
