import { z } from "zod";
import { calendarSchema } from "./calendar-schema.ts";
import { dateRange } from "./date-range-field.ts";
import { advised, flag, id, line, oneOrMore, timeZoneName } from "./field-kinds.ts";
import { loginPattern } from "./is-login.ts";

/** A role of roles.yml. */
export const roleSchema = z.strictObject({
  title: line(80).describe("The role as people call it."),
  summary: line(300).optional().describe("What the role answers for."),
  people: oneOrMore(login(), "a GitHub login, or a list of them")
    .optional()
    .describe("GitHub logins; the first who is not absent is assigned."),
  deputies: oneOrMore(login(), "a GitHub login, or a list of them")
    .optional()
    .describe("Next in line when all of `people` are absent."),
  department: line(80).optional().describe("The department the role belongs to."),
  outside: flag()
    .optional()
    .describe(
      "Whether the role is somebody outside the team, such as a print shop: it needs no people, and whoever answers for its steps is reminded instead.",
    ),
});

/** roles.yml as a whole. */
export const rolesSchema = z.record(id(), roleSchema);

/** absences.yml as a whole: the days each person is away, by login. */
export const absencesSchema = z.record(
  login(),
  oneOrMore(dateRange(), "a date or stretch of dates, or a list of them", 200),
);

const { country, region, workweek, closed, worked } = calendarSchema.shape;

/** Somebody's own calendar: what it leaves out is as for everybody. */
const ownCalendarSchema = advised(
  z.strictObject({
    country: country.describe("Country of their public holidays, in place of the handbook's."),
    region: region.describe("Region of that country, which stands beside it."),
    workweek: workweek.describe("Days they work; as for everybody when left out."),
    closed: closed.describe(
      "Days they never work, in place of those the company is closed; as for everybody when left out.",
    ),
    worked: worked.describe(
      "Days they work all the same, in place of the company's; as for everybody when left out.",
    ),
  }),
  "`country:`, `region:`, `workweek:`, `closed:` and `worked:`, each on a line of its own",
  "write `calendar: { country: DE, region: BE }`",
);

/** Somebody in people.yml. */
export const personSchema = advised(
  z.strictObject({
    name: line(80)
      .optional()
      .describe("Their name, shown wherever a person is; the login is shown when left out."),
    timeZone: timeZoneName()
      .optional()
      .describe(
        "Where they work, if not in the handbook's time zone: `dueTime` and `dayStart` are then meant on their own clock.",
      ),
    calendar: ownCalendarSchema
      .optional()
      .describe(
        "Their own holidays and days of work. A day the team works and they do not counts as an absence.",
      ),
  }),
  "`name:`, `timeZone:` and `calendar:`, each on a line of its own",
  "write `demo-ines: { name: Ines Keller, timeZone: Europe/Berlin }`",
);

/** people.yml as a whole: what is to be known of people, by login. */
export const peopleSchema = z.record(login(), personSchema);

function login() {
  return advised(
    z.string().regex(loginPattern),
    "a GitHub login without `@`",
    "write the login as it stands in the person's GitHub address",
    { guess: (found) => found.replace(/^@/, "") },
  );
}

export type RoleShape = z.output<typeof roleSchema>;
export type PersonShape = z.output<typeof personSchema>;
