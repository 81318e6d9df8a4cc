export { type HolidayRegion, publicHolidaysOf } from "./public-holidays.ts";
export { workCalendarOf } from "./work-calendar-of.ts";
