import { z } from "zod";
import { parseDateRange, parseOffset, parseQuantity, type Unit } from "../calendar/index.ts";

/** What a field's message says was expected, and what to do about it. */
export interface FieldAdvice {
  readonly expected: string;
  readonly remedy: string;
  /** The problem id when the value does not fit; by its type (`wrong-type`, `wrong-value`) when left out. */
  readonly problemId?: string;
}

/** The advice of every leaf of the schemas below; read when a value does not fit. */
export const fieldAdvice = z.registry<FieldAdvice>();

function advised<T extends z.ZodType>(schema: T, expected: string, remedy: string, problemId?: string): T {
  fieldAdvice.add(schema, problemId === undefined ? { expected, remedy } : { expected, remedy, problemId });
  return schema;
}

/** The form of process ids, step ids, field ids, role ids and area folders. */
export const idPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;

const id = () =>
  advised(
    z.string().regex(idPattern),
    "lower-case letters, digits and dashes, at most 64, such as `write-draft`",
    "rename it",
  );
const roleId = () =>
  advised(
    z.string().regex(idPattern),
    "the id of a role in roles.yml, such as `blog-author`",
    "write its id",
  );
const line = (longest = 200) =>
  advised(
    z
      .string()
      .trim()
      .min(1)
      .max(longest)
      .regex(/^[^\n\r]*$/),
    `one line of text, at most ${longest} characters`,
    "shorten it, or put a value that YAML reads as a number or date in quotes",
  );
const paragraph = (longest: number) =>
  advised(
    z.string().trim().min(1).max(longest),
    `text of at most ${longest} characters`,
    "shorten it, or put it in quotes",
  );
const scalar = () => z.union([z.string().trim().min(1).max(200), z.number(), z.boolean()]);
const scalarText = () =>
  advised(
    z.union([z.string().trim().min(1).max(200), z.number(), z.boolean()]).transform(textOfScalar),
    "a text, number, yes or no",
    "write a single value",
  );
const quantity = (units: readonly Unit[], expected: string, remedy: string) =>
  advised(
    z.string().refine((text) => parseQuantity(text, units) !== undefined),
    expected,
    remedy,
    "wrong-unit",
  );
const listOf = <T extends z.ZodType>(element: T, expected: string, most = 100) =>
  advised(z.array(element).max(most), expected, "write a YAML list, such as `[a, b]`");
const oneOrMore = <T extends z.ZodType>(element: T, expected: string, most = 50) =>
  advised(
    z.union([element, z.array(element).max(most)]),
    expected,
    "write one, or several as a YAML list, such as `[a, b]`",
  );
const roles = () => oneOrMore(roleId(), "a role id from roles.yml, or a list of them", 20);
const lines = () => oneOrMore(line(), "a text, or a list of texts");
const flag = () => advised(z.boolean(), "`true` or `false`", "write one of the two without quotes");
const offset = () =>
  advised(
    z.string().refine((text) => parseOffset(text) !== undefined),
    "an offset from the anchor date: `-30d` calendar days, `-5bd` business days, `+2w` weeks or `0d`",
    "add the sign and the unit, such as `-30d` for thirty days before",
    "wrong-unit",
  );

/** A value as the start form would send it: numbers as written, yes and no for booleans. */
export function textOfScalar(value: string | number | boolean): string {
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
}

/** The kinds a step can have. */
export const stepKinds = ["task", "approval", "decision", "checkpoint", "process"] as const;
/** The types a start form field can have. */
export const askTypes = ["text", "long-text", "choice", "number", "date", "person", "yes-no"] as const;

const choice = <const T extends readonly string[]>(values: T) =>
  advised(z.enum(values), `one of ${values.map((value) => `\`${value}\``).join(", ")}`, "pick one of them");

/** One field of the start form. */
export const askFieldSchema = z.strictObject({
  id: id().describe("Name of the field; `when` and `--set` use it."),
  label: line(80).describe("The question as the start form asks it."),
  type: choice(askTypes).optional().describe("What kind of answer is expected; `text` when left out."),
  options: listOf(scalarText(), "a list of choices", 50)
    .optional()
    .describe("The choices of a `choice` field."),
  required: flag().optional().describe("Whether the form must be filled in here."),
  default: scalarText().optional().describe("The answer that is filled in beforehand."),
  help: paragraph(300).optional().describe("A sentence below the question."),
});

/** One thing a step needs, and who brings it. */
export const inputSchema = z.strictObject({
  what: line().describe("What is needed."),
  from: id().describe("The step or the role that brings it."),
});

const conditionValue = advised(
  z.union([
    scalar(),
    z.array(scalar()).min(1).max(50),
    z.strictObject({ not: z.union([scalar(), z.array(scalar()).min(1).max(50)]) }),
  ]),
  'a value, a list of values, `not:` with either, or a comparison such as `">= 10000"`',
  "write the answer this step depends on",
);

/** One step of a process. */
export const stepSchema = z.strictObject({
  id: id().describe("Name of the step, unique in the process; it never changes, since runs refer to it."),
  title: line(100).describe("What is done, as an order: Write the draft."),
  kind: choice(stepKinds).optional().describe("`task` when left out."),
  role: roles().optional().describe("Who does it: a role, or a list of roles."),
  approvers: roles().optional().describe("Who approves, for `kind: approval`."),
  policy: choice(["all", "any"])
    .optional()
    .describe("Whether all approvers must approve, or any one of them."),
  approves: id().optional().describe("The step whose output is judged."),
  options: listOf(scalarText(), "a list of outcomes", 20)
    .optional()
    .describe("The outcomes, for `kind: decision`."),
  process: id()
    .optional()
    .describe("The child process, for `kind: process`; its anchor date is this step's due date."),
  after: oneOrMore(id(), "a step id, a list of step ids, or `[]` for a step that waits for nobody", 60)
    .optional()
    .describe("The steps this one waits for; the step before when left out, `[]` for nobody."),
  when: advised(
    z.record(z.string().regex(idPattern), conditionValue),
    "a map of start form fields or decisions to the answers this step is for",
    "write `when: { field: answer }`",
  )
    .optional()
    .describe("The step is done only when all of these hold."),
  due: offset().optional().describe("Due date as an offset from the anchor date."),
  duration: quantity(
    ["bd"],
    "a number of business days, such as `3bd`",
    "write the planned length in business days",
  )
    .optional()
    .describe("Planned length in business days, counted after the last step it waits for."),
  effort: quantity(["m", "h"], "person-time in hours or minutes, such as `2h` or `45m`", "add the unit")
    .optional()
    .describe("Person-time the step takes."),
  input: advised(
    z.array(inputSchema).max(30),
    "a list of `{ what, from }`",
    "write `input: [{ what: the brief, from: outline }]`",
  )
    .optional()
    .describe("What is needed, and the step or role that brings it."),
  output: lines().optional().describe("What the step leaves behind."),
  tools: lines().optional().describe("The tools it is done with."),
  consulted: roles().optional().describe("Roles that are asked before the step is done."),
  informed: roles().optional().describe("Roles that are told when the step is done."),
  accountable: roleId()
    .optional()
    .describe("The role that answers for the step; the process owner when left out."),
  respond: quantity(["m", "h"], "a time in minutes or hours, such as `15m` or `4h`", "add the unit")
    .optional()
    .describe("Time target for the first reaction."),
  optional: flag().optional().describe("Whether the step may be skipped without a reason."),
});

/** The front matter of a process. */
export const processSchema = z.strictObject({
  title: line(100).describe("What the process does, as an order: Publish a blog post."),
  summary: line(300).describe("One sentence for lists and search results."),
  outcome: line(300).describe("What is there when it has ended."),
  trigger: line(300).describe("What makes someone start it."),
  owner: roleId().describe("The role accountable for the process, and for each step that names no other."),
  anchor: line(60).optional().describe("Name of the date that offsets count from; Start date when left out."),
  participants: listOf(roleId(), "a list of role ids", 60)
    .optional()
    .describe("Roles said to be involved; each must have a part in some step."),
  ask: advised(
    z.array(askFieldSchema).max(30),
    "a list of fields, each with `id` and `label`",
    "write a list item for each question of the start form",
  )
    .optional()
    .describe("Questions of the start form, besides the anchor date."),
  repeats: advised(
    z.string().trim().min(1).max(300),
    "an RRULE text (RFC 5545), such as `FREQ=WEEKLY;BYDAY=MO`",
    "write how often it starts",
  )
    .optional()
    .describe("How often the bot opens the start issue by itself, as an RRULE (RFC 5545)."),
  reviewEvery: quantity(
    ["d", "w", "mo", "y"],
    "a time such as `6mo` or `1y`",
    "write how often the text is reviewed",
  )
    .optional()
    .describe("How often the process owner looks through the text."),
  tools: lines().optional().describe("Tools used throughout."),
  tags: lines().optional().describe("Other words people search it by."),
  steps: advised(
    z.array(stepSchema).min(1).max(200),
    "a list of steps, at least one, each with `id` and `title`",
    "write a list item for each step",
  ).describe("The steps; they run in the order written unless `after` says otherwise."),
});

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
});

function login() {
  return advised(
    z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38}$/),
    "a GitHub login without `@`",
    "write the login as it stands in the person's GitHub address",
  );
}

const dateRange = () =>
  advised(
    z.string().refine((text) => parseDateRange(text) !== undefined),
    "a date such as `2026-12-24`, or a stretch such as `2026-12-24..2027-01-02`, at most 400 days",
    "write ISO dates, the earlier one first",
  );

/** Absences by login. */
export const absencesSchema = z.record(
  login(),
  oneOrMore(dateRange(), "a date or stretch of dates, or a list of them", 200),
);

/** roles.yml as a whole. */
export const rolesSchema = z.record(z.string().regex(idPattern), roleSchema);

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** handbook.yml as a whole. */
export const handbookSchema = z.strictObject({
  title: line(100).describe("Title of the handbook."),
  language: choice(["en"]).optional().describe("Language of the texts of site and bot."),
  timeZone: advised(
    z.string().refine(isTimeZone),
    "a time zone name such as `Europe/Zurich`",
    "write the IANA name of your time zone",
  )
    .optional()
    .describe("Time zone of due moments and of today; UTC when left out."),
  repository: advised(
    z.string().regex(/^[A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100}$/),
    "a repository as `owner/name`",
    "write where runs are opened",
  )
    .optional()
    .describe("Where runs are opened; the repository the handbook is in when left out."),
  site: advised(
    z.url({ protocol: /^https?$/ }),
    "a web address",
    "write the address the handbook is published at",
  )
    .optional()
    .describe("Address of the published handbook, for links in issues."),
  calendar: z
    .strictObject({
      country: advised(
        z.string().regex(/^[A-Z]{2}$/),
        "a country code such as `CH`",
        "write the two capital letters of ISO 3166",
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
      )
        .optional()
        .describe("Days that are worked; Monday to Friday when left out."),
      closed: oneOrMore(dateRange(), "a date or stretch of dates, or a list of them", 100)
        .optional()
        .describe("Days the whole company is closed."),
    })
    .optional()
    .describe("What decides whether a day is a business day."),
  dueTime: advised(
    z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    'a time in quotes, such as `"17:00"`',
    "write hours and minutes in quotes",
  )
    .optional()
    .describe("The moment of a due date, in `timeZone`; 17:00 when left out."),
  reminders: oneOrMore(
    quantity(["h", "d", "bd"], "a time before the due moment, such as `48h`", "add the unit"),
    "a time before the due moment such as `48h`, or a list of them",
    10,
  )
    .optional()
    .describe("When to remind, before the due moment; 48 and 24 hours when left out."),
  escalateAfter: quantity(["h", "d", "bd"], "a time such as `1bd`", "add the unit")
    .optional()
    .describe("Overdue this long, the accountable person is told; one business day when left out."),
  confirm: choice(["always", "on-warnings", "never"])
    .optional()
    .describe("Whether a start waits for /go; `on-warnings` when left out."),
  selfApproval: flag().optional().describe("Whether a person may approve their own work; no when left out."),
  areas: advised(
    z.record(z.string().regex(idPattern), line(60)),
    "a map of folder names to headings",
    "write `areas: { content: Content }`",
  )
    .optional()
    .describe("Folder name and heading of each area, in menu order."),
});

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export type ProcessShape = z.output<typeof processSchema>;
export type StepShape = z.output<typeof stepSchema>;
export type AskFieldShape = z.output<typeof askFieldSchema>;
export type RoleShape = z.output<typeof roleSchema>;
export type HandbookShape = z.output<typeof handbookSchema>;
