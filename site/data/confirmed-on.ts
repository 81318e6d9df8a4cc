import { type CivilDate, civilToday } from "../../core/calendar/index.ts";
import type { ProcessId } from "../../core/definition/index.ts";
import type { Site } from "./site.ts";

/** The last day on which whoever looks after a process found its text still right; nothing where nobody has. */
export function confirmedOn(id: ProcessId, { activity, handbook }: Site): CivilDate | undefined {
  const days = activity.confirmations
    .filter(({ process }) => process === id)
    .map(({ at }) => civilToday(at, handbook.config.timeZone));
  return days.sort().at(-1);
}
