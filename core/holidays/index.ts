export {
  type HolidayRegion,
  isKnownHolidayRegion,
  knownHolidayRegions,
  publicHolidaysOf,
} from "./public-holidays.ts";
