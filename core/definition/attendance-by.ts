import { type Attendance, createAttendance, type WorkCalendar } from "../calendar/index.ts";
import { calendarOfPerson } from "./calendar-of-person.ts";
import type { CalendarSettings } from "./calendar-settings.ts";
import type { Handbook } from "./handbook.ts";

/**
 * Who is at work when, by the calendar that holds for a process and by what is known of people. `calendarOf` makes the calendar that
 * settings describe: with public holidays for plans and runs, without for whoever need not load those of the world.
 */
export function attendanceBy(
  calendarOf: (settings: CalendarSettings) => WorkCalendar,
  settings: CalendarSettings,
  { absences, people }: Pick<Handbook, "absences" | "people">,
): Attendance {
  return createAttendance({
    team: calendarOf(settings),
    absences,
    ownCalendar: (login) => {
      const own = people.get(login)?.calendar;
      return own && calendarOf(calendarOfPerson(own, settings));
    },
  });
}
