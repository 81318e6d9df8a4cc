import { InternalError } from "../problem.ts";
import { rememberLast } from "../remember-last.ts";
import { Temporal } from "../temporal.ts";
import { type CivilDate, parseCivilDate } from "./civil-date.ts";

/** A look at a run asks for the same few moments again and again. */
const mostRemembered = 500;

/** The date on the wall calendar of a time zone at an instant (ISO text). Throws when the instant is none. */
export function civilToday(instant: string, timeZone: string): CivilDate {
  return todayOf(`${instant} ${timeZone}`);
}

const todayOf = rememberLast(mostRemembered, (both): CivilDate => {
  const [instant = "", timeZone = ""] = both.split(" ");
  const date = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const today = parseCivilDate(date);
  if (today === undefined) throw new InternalError(`The instant ${instant} gives no date.`);
  return today;
});
