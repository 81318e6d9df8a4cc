import { Temporal } from "../temporal.ts";

/** The time on the wall clock of a zone at an ISO instant, such as `14:10`. */
export function wallTimeAt(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: "minute", roundingMode: "ceil" });
}
