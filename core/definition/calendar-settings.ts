import type { DateRange, IsoWeekday } from "../calendar/index.ts";

/** What decides whether a day is a business day. */
export interface CalendarSettings {
  readonly country?: string | undefined;
  readonly region?: string | undefined;
  readonly workweek: readonly IsoWeekday[];
  readonly closed: readonly DateRange[];
  /** Days that are worked, whatever else is said of them. */
  readonly worked: readonly DateRange[];
}
