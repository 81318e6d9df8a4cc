import { z } from "zod";
import { dateRange } from "./date-range-field.ts";
import { advised, flag, id, line, oneOrMore } from "./field-kinds.ts";
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

function login() {
  return advised(
    z.string().regex(loginPattern),
    "a GitHub login without `@`",
    "write the login as it stands in the person's GitHub address",
    { guess: (found) => found.replace(/^@/, "") },
  );
}

export type RoleShape = z.output<typeof roleSchema>;
