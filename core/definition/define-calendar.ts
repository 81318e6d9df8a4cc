import { type IsoWeekday, parseDateRange } from "../calendar/index.ts";
import type { CalendarShape } from "./calendar-schema.ts";
import type { CalendarSettings } from "./calendar-settings.ts";
import { listOf } from "./list-of.ts";
import type { Draft } from "./read-shape.ts";

const weekdayNumbers: Readonly<Record<string, IsoWeekday>> = {
  mon: 1,
  tue: 2,
  wed: 3,
  thu: 4,
  fri: 5,
  sat: 6,
  sun: 7,
};

/** A calendar with every default filled in: Monday to Friday, no holidays, no closures. */
export function defineCalendar(draft: Draft<CalendarShape>): CalendarSettings {
  const workweek = draft.workweek ?? ["mon", "tue", "wed", "thu", "fri"];
  const rangesOf = (texts: string | readonly string[] | undefined) =>
    listOf(texts).flatMap((text) => parseDateRange(text) ?? []);
  return {
    country: draft.country,
    region: draft.region,
    workweek: workweek.flatMap((day) => weekdayNumbers[day] ?? []),
    closed: rangesOf(draft.closed),
    worked: rangesOf(draft.worked),
  };
}
