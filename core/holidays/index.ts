export { attendanceOf } from "./attendance-of.ts";
export { planBasisOf } from "./plan-basis-of.ts";
export { type HolidayRegion, publicHolidaysOf } from "./public-holidays.ts";
export { workCalendarOf } from "./work-calendar-of.ts";
