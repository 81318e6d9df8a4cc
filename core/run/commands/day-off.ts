import { type CivilDate, fromEpochDay, toEpochDay } from "../../calendar/index.ts";
import { workCalendarOf } from "../../holidays/index.ts";
import { type Markdown, text } from "../../text/index.ts";
import type { CommandContext } from "./command.ts";

/** What to know of a day on which nobody works; nothing for a business day. It counts all the same. */
export function dayOff(day: CivilDate, { handbook }: CommandContext): Markdown | undefined {
  const calendar = workCalendarOf(handbook.handbook.config);
  const date = toEpochDay(day);
  if (calendar.isBusinessDay(date)) return undefined;
  return text.run.dayOff(day, fromEpochDay(calendar.nearestBusinessDay(date, "after")));
}
