import type { Attendance } from "../calendar/index.ts";
import { attendanceBy, type CalendarSettings, type Handbook } from "../definition/index.ts";
import { workCalendarOf } from "./work-calendar-of.ts";

/** Who is at work when, public holidays included. */
export function attendanceOf(
  settings: CalendarSettings,
  people: Pick<Handbook, "absences" | "people">,
): Attendance {
  return attendanceBy(workCalendarOf, settings, people);
}
