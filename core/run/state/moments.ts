import {
  addCalendarDays,
  type CivilDate,
  fromEpochDay,
  type Quantity,
  toEpochDay,
  type WorkCalendar,
} from "../../calendar/index.ts";
import type { HandbookConfig } from "../../definition/index.ts";
import type { Instant } from "../../metrics/index.ts";

/** What due moments are worked out with. */
export interface MomentFrame {
  readonly config: Pick<HandbookConfig, "timeZone" | "dueTime">;
  readonly calendar: WorkCalendar;
}

/** The due moment of a date: `dueTime` on that day in the handbook's time zone. On a night that skips it, the moment the clocks agree on next. */
export function dueMoment(date: CivilDate, { config }: MomentFrame): Instant {
  return zoned(date, config).toInstant().toString();
}

/** The moment a time before a due moment; hours are counted on the clock, days and business days by the calendar. */
export function momentBefore(date: CivilDate, before: Quantity, { config, calendar }: MomentFrame): Instant {
  if (before.unit === "h" || before.unit === "m") {
    const hours = before.unit === "h" ? { hours: before.amount } : { minutes: before.amount };
    return zoned(date, config).toInstant().subtract(hours).toString();
  }
  return dueMoment(dayAway(date, -before.amount, before.unit, calendar), { config, calendar });
}

/** The moment a time after a due moment. */
export function momentAfter(date: CivilDate, after: Quantity, { config, calendar }: MomentFrame): Instant {
  if (after.unit === "h" || after.unit === "m") {
    const hours = after.unit === "h" ? { hours: after.amount } : { minutes: after.amount };
    return zoned(date, config).toInstant().add(hours).toString();
  }
  return dueMoment(dayAway(date, after.amount, after.unit, calendar), { config, calendar });
}

/** Whether one instant is not after another; texts of instants differ in their fractions. */
export function isNotAfter(a: Instant, b: Instant): boolean {
  return Temporal.Instant.compare(a, b) <= 0;
}

function dayAway(date: CivilDate, amount: number, unit: Quantity["unit"], calendar: WorkCalendar): CivilDate {
  if (unit === "bd") return fromEpochDay(calendar.addBusinessDays(toEpochDay(date), amount));
  return addCalendarDays(date, amount * (unit === "w" ? 7 : 1));
}

function zoned(date: CivilDate, { timeZone, dueTime }: MomentFrame["config"]): Temporal.ZonedDateTime {
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: dueTime });
}
