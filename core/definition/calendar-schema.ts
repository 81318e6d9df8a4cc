import { z } from "zod";
import { dateRange } from "./date-range-field.ts";
import { advised, oneOrMore } from "./field-kinds.ts";
import { guessCountry } from "./guess-value.ts";

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** What decides whether a day is worked, in handbook.yml, or in a process that has a calendar of its own. */
export const calendarSchema = advised(
  z.strictObject({
    country: advised(
      z.string().regex(/^[A-Z]{2}$/),
      "a country code such as `CH`",
      "write the two capital letters that stand for your country in web addresses",
      { guess: guessCountry },
    )
      .optional()
      .describe("Country of the public holidays; none are known when left out."),
    region: advised(
      z.string().regex(/^[A-Z0-9-]{1,10}$/),
      "a region code such as `ZH`",
      "write it in capitals",
    )
      .optional()
      .describe("Region of the country."),
    workweek: advised(
      z.array(z.enum(weekdays)).min(1).max(7),
      "a list of days out of `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun`",
      "name at least one",
      { guess: (found) => (/^[a-z]{3,9}$/i.test(found) ? found.slice(0, 3).toLowerCase() : undefined) },
    )
      .optional()
      .describe("Days that are worked; Monday to Friday when left out."),
    closed: oneOrMore(dateRange(), "a date or stretch of dates, or a list of them", 100)
      .optional()
      .describe("Days the whole company is closed."),
    worked: oneOrMore(dateRange(), "a date or stretch of dates, or a list of them", 100)
      .optional()
      .describe("Days that are worked all the same, although they are holidays, days off or closed."),
  }),
  "`country:`, `region:`, `workweek:`, `closed:` and `worked:`, each on a line of its own",
  "write them below, moved in by two spaces",
);

export type CalendarShape = z.output<typeof calendarSchema>;
