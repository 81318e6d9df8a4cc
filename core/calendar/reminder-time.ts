import type { WorkCalendar } from "./calendar-of-days.ts";
import type { EpochDay } from "./civil-date.ts";
import type { Quantity } from "./quantity.ts";

/** What decides when people may be reminded. */
export interface ReminderClock {
  /** The moment of a due date, `17:00`. */
  readonly dueTime: string;
  /** When a business day begins, `09:00`. */
  readonly dayStart: string;
  readonly calendar: WorkCalendar;
}

/** A time on the wall clock: a day, and minutes since its midnight. */
export interface WallTime {
  readonly day: EpochDay;
  readonly minutes: number;
}

/**
 * When to remind of a due date. A time in days is said when the day begins; a time in hours is counted back from the
 * due moment on the wall clock. What would fall on a day off is said on the business day before: at its beginning when
 * days are counted, at its due time when hours are. Two that fall together are one; the caller sees to that.
 */
export function reminderTime(due: EpochDay, before: Quantity, clock: ReminderClock): WallTime {
  const { calendar } = clock;
  if (before.unit === "h") {
    const minutes = minutesOf(clock.dueTime) - before.amount * 60;
    const day = due + Math.floor(minutes / dayMinutes);
    if (calendar.isBusinessDay(day)) return { day, minutes: minutes - (day - due) * dayMinutes };
    return { day: calendar.nearestBusinessDay(day, "before"), minutes: minutesOf(clock.dueTime) };
  }
  const day = before.unit === "bd" ? calendar.addBusinessDays(due, -before.amount) : due - before.amount;
  return { day: calendar.nearestBusinessDay(day, "before"), minutes: minutesOf(clock.dayStart) };
}

const dayMinutes = 1440;

/** Minutes since midnight of a time such as `09:30`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
