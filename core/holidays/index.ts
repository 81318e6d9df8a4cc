export {
  type HolidayRegion,
  knownHolidayRegions,
  publicHolidaysOf,
} from "./public-holidays.ts";
export { workCalendarOf } from "./work-calendar-of.ts";
