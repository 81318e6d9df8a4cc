import { createWorkCalendar, type WorkCalendar } from "../calendar/index.ts";
import type { CalendarSettings } from "../definition/index.ts";
import { publicHolidaysOf } from "./public-holidays.ts";

/** The work calendar that settings describe, with the public holidays of their country and region. */
export function workCalendarOf(settings: CalendarSettings): WorkCalendar {
  const { country, region, workweek, closed, worked } = settings;
  const publicHolidays = country === undefined ? () => [] : publicHolidaysOf({ country, region });
  return createWorkCalendar({ workweek, closed, worked, publicHolidays });
}
