import { addCalendarDays, type CivilDate, type EpochDay } from "./civil-date.ts";
import type { Quantity } from "./quantity.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/**
 * The day that an offset in calendar days names, whether it is a business day or not; nothing for an offset in business days, which
 * names none but these.
 */
export function dayNamedBy(anchor: CivilDate, { amount, unit }: Quantity): CivilDate | undefined {
  if (unit !== "d" && unit !== "w") return undefined;
  return addCalendarDays(anchor, amount * (unit === "w" ? 7 : 1));
}

/**
 * The due date an offset names, seen from the anchor date.
 * `bd` counts business days only. `d` and `w` count calendar days; when they land on a day that is no
 * business day, the due date moves to the business day before it (offset below zero) or after it (above).
 * An offset of zero stays on the anchor date, whatever day that is.
 */
export function dueDateOf(anchor: EpochDay, offset: Quantity, calendar: WorkCalendar): EpochDay {
  if (offset.amount === 0) return anchor;
  if (offset.unit === "bd") return calendar.addBusinessDays(anchor, offset.amount);
  const landed = anchor + offset.amount * (offset.unit === "w" ? 7 : 1);
  return calendar.nearestBusinessDay(landed, offset.amount < 0 ? "before" : "after");
}
