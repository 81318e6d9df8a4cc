import { createWorkCalendar, type WorkCalendar } from "../calendar/index.ts";
import type { HandbookConfig } from "../definition/index.ts";
import { publicHolidaysOf } from "./public-holidays.ts";

/** The work calendar that a handbook's settings describe, with the public holidays of its country and region. */
export function workCalendarOf(config: HandbookConfig): WorkCalendar {
  const { country, region, workweek, closed } = config;
  const publicHolidays = country === undefined ? () => [] : publicHolidaysOf({ country, region });
  return createWorkCalendar({ workweek, closed, publicHolidays });
}
