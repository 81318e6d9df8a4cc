import { addCalendarDays, civilToday, toEpochDay } from "../../calendar/index.ts";
import type { Instant } from "../../metrics/index.ts";
import { Temporal } from "../../temporal.ts";
import type { MomentFrame } from "./moments.ts";

/**
 * The working time between two instants in whole minutes: what lies between `dayStart` and `dueTime` of business days, in the
 * handbook's time zone. 0 when the second is not after the first, and where a day has no working time. Where no day is ever off, as for incidents, every
 * minute counts.
 */
export function workingMinutes(
  from: Instant,
  to: Instant,
  { config, calendar, isRoundTheClock = false }: MomentFrame,
): number {
  const { timeZone, dayStart, dueTime } = config;
  const [begin, end] = [Temporal.Instant.from(from), Temporal.Instant.from(to)];
  if (isRoundTheClock)
    return Math.max(0, Math.floor((end.epochMilliseconds - begin.epochMilliseconds) / 60_000));
  const last = civilToday(to, timeZone);
  let minutes = 0;
  for (let day = civilToday(from, timeZone); day <= last; day = addCalendarDays(day, 1)) {
    if (!calendar.isBusinessDay(toEpochDay(day))) continue;
    const at = (plainTime: string) =>
      Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime }).toInstant();
    const [opens, closes] = [at(dayStart), at(dueTime)];
    const first = Temporal.Instant.compare(begin, opens) > 0 ? begin : opens;
    const until = Temporal.Instant.compare(end, closes) < 0 ? end : closes;
    minutes += Math.max(0, until.epochMilliseconds - first.epochMilliseconds) / 60_000;
  }
  return Math.floor(minutes);
}
