export {
  type HolidayRegion,
  isKnownHolidayRegion,
  knownHolidayRegions,
  publicHolidaysOf,
} from "./public-holidays.ts";
export { workCalendarOf } from "./work-calendar-of.ts";
