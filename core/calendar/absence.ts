import { type EpochDay, toEpochDay } from "./civil-date.ts";
import type { DateRange } from "./date-range.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** Absences by person (GitHub login in lower case); a person without an entry is never away. */
export type Absences = ReadonlyMap<string, readonly DateRange[]>;

/**
 * Whether a person counts as absent for work between two days: absent on the due date, or on more than
 * half of the business days from the planned start to the due date, both included.
 */
export function isAbsent(
  person: string,
  plannedStart: EpochDay,
  dueDate: EpochDay,
  absences: Absences,
  calendar: WorkCalendar,
): boolean {
  const ranges = absences.get(person.toLowerCase());
  if (!ranges) return false;
  const away = (day: EpochDay) =>
    ranges.some((range) => toEpochDay(range.from) <= day && day <= toEpochDay(range.to));
  if (away(dueDate)) return true;
  let businessDays = 0;
  let awayDays = 0;
  for (let day = plannedStart; day <= dueDate; day += 1) {
    if (!calendar.isBusinessDay(day)) continue;
    businessDays += 1;
    if (away(day)) awayDays += 1;
  }
  return awayDays * 2 > businessDays;
}
