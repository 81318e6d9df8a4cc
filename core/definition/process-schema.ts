import { z } from "zod";
import { calendarSchema } from "./calendar-schema.ts";
import { dateRange } from "./date-range-field.ts";
import { advised, choice, line, lines, list, oneOrMore, quantity, roleId } from "./field-kinds.ts";
import { guessRecurrence } from "./guess-value.ts";
import { askFieldSchema } from "./question-schema.ts";
import { isRecurrence } from "./recurrence.ts";
import { stepSchema } from "./step-schema.ts";

/** The front matter of a process. */
export const processSchema = z.strictObject({
  title: line(100).describe("What the process does, as an order: Publish a blog post."),
  summary: line(300).describe("One sentence for lists and search results."),
  outcome: line(300).describe("What is there when it has ended."),
  trigger: line(300).describe("What makes someone start it."),
  owner: roleId().describe("The role accountable for the process, and for each step that names no other."),
  anchor: advised(
    line(60).refine((text) => !/^[\d.\-/ ]+$/.test(text)),
    "the name of a day, at most 60 characters, such as `Publish date`",
    "write what the day is called, since each start says which day it is",
  )
    .optional()
    .describe("Name of the date that offsets count from; Start date when left out."),
  participants: list(roleId(), "a list of role ids", 60)
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
    z
      .string()
      .regex(/^(?:RRULE:)?[A-Z0-9=;,+-]{1,300}$/)
      .refine(isRecurrence),
    "a recurrence rule of days (RRULE, RFC 5545), such as `FREQ=WEEKLY;BYDAY=MO`",
    "write `FREQ=` with DAILY, WEEKLY, MONTHLY or YEARLY, and the days after a semicolon",
    { guess: guessRecurrence },
  )
    .optional()
    .describe("How often the bot opens the start issue by itself, as an RRULE (RFC 5545)."),
  except: oneOrMore(dateRange(), "a date or stretch of dates, or a list of them", 100)
    .optional()
    .describe("Days on which `repeats` starts nothing."),
  onClosedDay: choice(["before", "after", "skip"])
    .optional()
    .describe(
      "Where a day of `repeats` goes that is no business day: to the one before, the one after, or nowhere; `before` when left out.",
    ),
  confirm: choice(["always", "on-warnings", "never"])
    .optional()
    .describe("Whether a start of this process waits for /go; as in handbook.yml when left out."),
  calendar: calendarSchema
    .optional()
    .describe(
      "What decides whether a day is a business day for this process, in place of the handbook's calendar; `{ workweek: [mon, tue, wed, thu, fri, sat, sun] }` works on every day.",
    ),
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

export type ProcessShape = z.output<typeof processSchema>;
