import type { CalendarSettings } from "./calendar-settings.ts";

/** Somebody's own calendar, filled up with what holds for everybody; a country of their own comes with its own region, or none. */
export function calendarOfPerson(own: Partial<CalendarSettings>, common: CalendarSettings): CalendarSettings {
  const { country, region, ...days } = common;
  return { ...(own.country === undefined && { country, region }), ...days, ...own };
}
