import { data } from "date-holidays/data";

const countries = new Map(Object.entries(data.holidays));

/**
 * The countries date-holidays knows, or the regions of one country; ISO codes, sorted. None for a country it does not
 * know. Only names are looked at: what works out the days takes longer to load than a whole handbook to check.
 * Data: date-holidays (ISC and CC BY 3.0).
 */
export function knownHolidayRegions(country?: string): string[] {
  if (country === undefined) return [...countries.keys()].sort();
  const known = countries.get(country);
  return Object.keys(known?.states ?? known?.regions ?? {}).sort();
}
