import type { WorkCalendar } from "./calendar-of-days.ts";
import { addMonths, type CivilDate, type EpochDay, fromEpochDay, toEpochDay } from "./civil-date.ts";
import type { Quantity } from "./quantity.ts";

/**
 * The day that an offset in calendar days names, whether it is a business day or not; nothing for an offset in business days, which
 * names none but these.
 */
export function dayNamedBy(anchor: CivilDate, offset: Quantity): CivilDate | undefined {
  return offset.unit === "bd" ? undefined : fromEpochDay(dayFrom(toEpochDay(anchor), offset));
}

/**
 * The due date an offset names, seen from the anchor date.
 * `bd` counts business days only. `d`, `w` and `mo` count on the calendar, months to the same day or the last of a shorter
 * month; when they land on a day that is no business day, the due date moves to the business day before it (offset below zero) or
 * after it (above), unless exactly that day is meant. An offset of zero stays on the anchor date, whatever day that is.
 */
export function dueDateOf(
  anchor: EpochDay,
  offset: Quantity,
  calendar: WorkCalendar,
  isExact = false,
): EpochDay {
  if (offset.amount === 0) return anchor;
  if (offset.unit === "bd") return calendar.addBusinessDays(anchor, offset.amount);
  const landed = dayFrom(anchor, offset);
  return isExact ? landed : calendar.nearestBusinessDay(landed, offset.amount < 0 ? "before" : "after");
}

function dayFrom(anchor: EpochDay, { amount, unit }: Quantity): EpochDay {
  if (unit === "mo") return addMonths(anchor, amount);
  return anchor + amount * (unit === "w" ? 7 : 1);
}
