import { type CivilDate, parseCivilDate } from "../../core/calendar/index.ts";
import { code } from "../../core/message.ts";
import { UsageError } from "../terminal.ts";

/** The day an option names. No day, one that does not exist, or one in a year that nobody plans for is wrong usage. */
export function readDate(option: string, text: string | undefined): CivilDate {
  if (text === undefined)
    throw new UsageError(`Missing ${option}, expected a day, such as \`${option} 2026-12-18\`.`);
  const date = parseCivilDate(text.trim());
  if (date !== undefined && date >= "1970" && date < "2200") return date;
  if (date !== undefined)
    throw new UsageError(
      `Unexpected ${option} ${code(text)}, expected a year from 1970 to 2199; check the year.`,
    );
  throw new UsageError(
    `Unexpected ${option} ${code(text)}, expected a day of the calendar as year-month-day, such as \`2026-12-18\`.`,
  );
}
