import type { Attendance } from "./attendance.ts";
import type { EpochDay } from "./civil-date.ts";

/**
 * Whether a person counts as absent for work between two days: missing on the due date, or on more than
 * half of the team's business days from the planned start to the due date, both included.
 */
export function isAbsent(
  person: string,
  plannedStart: EpochDay,
  dueDate: EpochDay,
  { team, calendarOf, isAway }: Attendance,
): boolean {
  if (calendarOf(person) === team) return false;
  if (isAway(person, dueDate)) return true;
  let businessDays = 0;
  let awayDays = 0;
  for (let day = plannedStart; day <= dueDate; day += 1) {
    if (!team.isBusinessDay(day)) continue;
    businessDays += 1;
    if (isAway(person, day)) awayDays += 1;
  }
  return awayDays * 2 > businessDays;
}
