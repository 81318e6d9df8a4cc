import { InternalError } from "../problem.ts";
import { Temporal } from "../temporal.ts";
import { type CivilDate, parseCivilDate } from "./civil-date.ts";

/** The date on the wall calendar of a time zone at an instant (ISO text). Throws when the instant is none. */
export function civilToday(instant: string, timeZone: string): CivilDate {
  const date = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const today = parseCivilDate(date);
  if (today === undefined) throw new InternalError(`The instant ${instant} gives no date.`);
  return today;
}
