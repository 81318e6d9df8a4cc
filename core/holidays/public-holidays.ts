import Holidays from "date-holidays";
import { addCalendarDays, type CivilDate, parseCivilDate } from "../calendar/index.ts";

/** Where public holidays are looked up: an ISO 3166 country, and a region of it as date-holidays names it. */
export interface HolidayRegion {
  readonly country: string;
  readonly region?: string | undefined;
}

type HolidaysByYear = (year: number) => readonly CivilDate[];

/** Working out a year of holidays costs more than a whole plan, and they never change. */
const places = new Map<string, HolidaysByYear>();

/**
 * The public holidays of one place, year by year, ready for a work calendar.
 * Only holidays of type `public` count; a holiday of several days gives each of them.
 * A place without data gives no holidays: `holiday-regions` tells beforehand.
 * Data: date-holidays (ISC and CC BY 3.0).
 */
export function publicHolidaysOf(place: HolidayRegion): HolidaysByYear {
  const key = `${place.country} ${place.region ?? ""}`;
  const known = places.get(key) ?? lookUp(place);
  places.set(key, known);
  return known;
}

function lookUp(place: HolidayRegion): HolidaysByYear {
  const lookup = place.region ? new Holidays(place.country, place.region) : new Holidays(place.country);
  const years = new Map<number, readonly CivilDate[]>();
  return (year) => {
    const known = years.get(year);
    if (known) return known;
    const dates = (lookup.getHolidays(year) || [])
      .filter((holiday) => holiday.type === "public")
      .flatMap((holiday) => daysOf(holiday.date.slice(0, 10), holiday.start, holiday.end))
      .filter((date) => date.startsWith(String(year)));
    const unique = [...new Set(dates)].sort();
    years.set(year, unique);
    return unique;
  };
}

const dayMilliseconds = 86_400_000;

function daysOf(firstText: string, start: Date, end: Date): CivilDate[] {
  const first = parseCivilDate(firstText);
  if (first === undefined) return [];
  const count = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMilliseconds));
  return Array.from({ length: count }, (_, index) => addCalendarDays(first, index));
}
