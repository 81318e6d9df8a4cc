import { type Attendance, createAttendance } from "../calendar/index.ts";
import { type CalendarSettings, calendarOfPerson, type Handbook } from "../definition/index.ts";
import { workCalendarOf } from "./work-calendar-of.ts";

/** Who is at work when, by the calendar that holds for a process and by what is known of people. */
export function attendanceOf(
  settings: CalendarSettings,
  { absences, people }: Pick<Handbook, "absences" | "people">,
): Attendance {
  return createAttendance({
    team: workCalendarOf(settings),
    absences,
    ownCalendar: (login) => {
      const own = people.get(login)?.calendar;
      return own && workCalendarOf(calendarOfPerson(own, settings));
    },
  });
}
