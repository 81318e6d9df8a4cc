export { knownHolidayRegions } from "./known-holiday-regions.ts";
