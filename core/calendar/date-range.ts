import { type CivilDate, parseCivilDate, toEpochDay } from "./civil-date.ts";

/** A stretch of days, both ends included; one day has equal ends. */
export interface DateRange {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The longest stretch a range may name: a typing error in the year must not close a company for a decade. */
const longestRangeDays = 400;

/**
 * Reads `2026-12-24` or `2026-12-24..2027-01-02`. Nothing when an end is no real day, the ends are
 * the wrong way round, or the stretch is longer than 400 days.
 */
export function parseDateRange(text: string): DateRange | undefined {
  const [first = "", last = first, ...rest] = text.split("..");
  const from = parseCivilDate(first.trim());
  const to = parseCivilDate(last.trim());
  if (from === undefined || to === undefined || rest.length > 0) return undefined;
  const days = toEpochDay(to) - toEpochDay(from);
  return days < 0 || days > longestRangeDays ? undefined : { from, to };
}
