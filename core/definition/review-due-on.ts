import type { CivilDate, Quantity } from "../calendar/index.ts";
import { Temporal } from "../temporal.ts";

/** The day by which a process is to be looked through again: that much later than it was last. Days, weeks, months or years. */
export function reviewDueOn(lastOn: CivilDate, { amount, unit }: Quantity): CivilDate {
  const duration =
    unit === "d"
      ? { days: amount }
      : unit === "w"
        ? { weeks: amount }
        : unit === "mo"
          ? { months: amount }
          : { years: amount };
  return Temporal.PlainDate.from(lastOn).add(duration).toString() as CivilDate;
}
