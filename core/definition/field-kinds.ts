import { z } from "zod";
import { duePattern, parseDue, quantityPattern, type Unit } from "../calendar/index.ts";
import { guessDue } from "./guess-offset.ts";
import {
  type Guess,
  guessFlag,
  guessId,
  guessIds,
  guessQuantity,
  guessTimeOfDay,
  guessTimeZone,
} from "./guess-value.ts";
import { idPattern } from "./id-pattern.ts";
import { isAllVisible } from "./invisible-characters.ts";
import { isTimeZone } from "./is-time-zone.ts";

/** What a field's message says was expected, and what to do about it. */
export interface FieldAdvice {
  readonly expected: string;
  readonly remedy: string;
  /** What to do about a number, or a yes or no, where text is expected; the remedy when left out. */
  readonly remedyForNumber?: string;
  /** What was probably meant; the remedy stands where this knows nothing, or gives what does not fit either. */
  readonly guess?: Guess;
  /** What to do about this very value, as a sentence, where no other value will do in its place; nothing for most. */
  readonly wayOut?: (found: string) => string | undefined;
  /** The problem id when the value does not fit; by its type (`wrong-type`, `wrong-value`) when left out. */
  readonly problemId?: string;
}

/** The advice of every leaf of the schemas; read when a value does not fit, and shown by the reference. */
export const fieldAdvice = z.registry<FieldAdvice>();

/** Gives a schema the advice of the values that do not fit it. */
export function advised<T extends z.ZodType>(
  schema: T,
  expected: string,
  remedy: string,
  more: Omit<FieldAdvice, "expected" | "remedy"> = {},
): T {
  fieldAdvice.add(schema, { expected, remedy, ...more });
  return schema;
}

const inQuotes = { remedyForNumber: "put it in quotes, so that it is read as text" };

/** An id of the process's own. */
export const id = () =>
  advised(
    z.string().regex(idPattern),
    "lower-case letters, digits and dashes, at most 64, such as `write-draft`",
    "rename it",
    { guess: guessId },
  );

/** The id of a step of the process; `wayOut` says what to do about one that names a step of another process. */
export const stepId = (wayOut?: string) =>
  advised(
    z.string().regex(idPattern),
    "the id of a step, such as `write-draft`",
    "write what stands after `id:` there, not the title",
    { wayOut: (found) => (isStepOfAnotherProcess(found) ? wayOut : undefined) },
  );

/** Whether somebody meant a step of another process, as in `lead-the-programme/tell-grants`. */
function isStepOfAnotherProcess(found: string): boolean {
  const ids = found.split(/[/.#]/);
  return ids.length === 2 && ids.every((part) => idPattern.test(part));
}

/** The id of a step of the process, or of one of a process beside it with the step that starts that in front. */
export const stepOrSibling = () =>
  advised(
    z.string().regex(new RegExp(`${idPattern.source.slice(0, -1)}(?:/${idPattern.source.slice(1, -1)})?$`)),
    "the id of a step, such as `write-draft`",
    "write what stands after `id:` there, not the title",
    {
      guess: (found) =>
        isStepOfAnotherProcess(found.replaceAll(" ", ""))
          ? found.replaceAll(" ", "").replace(/[.#]/, "/")
          : undefined,
    },
  );

/** A map's key that is an id. */
export const idKey = () => z.string().regex(idPattern);

/** The id of a role. */
export const roleId = () =>
  advised(
    z.string().regex(idPattern),
    "the id of a role in roles.yml, such as `blog-author`",
    "write its id",
    {
      guess: guessIds,
      wayOut: (found) =>
        /^[$@{<%]/.test(found)
          ? "a role is meant, and not a person; write the role here, and `role:` with it in the question for the person who takes it at the start."
          : undefined,
    },
  );

/** One role or several. */
export const roles = () => oneOrMore(roleId(), "a role id from roles.yml, or a list of them", 20);

/** One line of text. */
export const line = (longest = 200) =>
  advised(
    z
      .string()
      .trim()
      .min(1)
      .max(longest)
      .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u)
      .refine(isAllVisible),
    `one line of text, at most ${longest} characters`,
    "shorten it, and leave out characters that cannot be seen",
    {
      ...inQuotes,
      wayOut: (found) => (found.trim() === "" ? "write a text, or take the line out." : undefined),
    },
  );

/** A text, or a list of texts. */
export const lines = () => oneOrMore(line(), "a text, or a list of texts");

/** A text of several lines. */
export const paragraph = (longest: number) =>
  advised(
    z
      .string()
      .trim()
      .min(1)
      .max(longest)
      .regex(/^(?:[^\p{Cc}]|[\n\t])*$/u)
      .refine(isAllVisible),
    `text of at most ${longest} characters`,
    "shorten it, and leave out characters that cannot be seen",
    inQuotes,
  );

/** A single value as YAML reads it. */
export const scalar = () =>
  z.union([
    z
      .string()
      .trim()
      .min(1)
      .max(200)
      .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u)
      .refine(isAllVisible),
    z.number(),
    z.boolean(),
  ]);

/** A single value, read as the text the start form would send. */
export const scalarText = () =>
  advised(scalar().transform(textOfScalar), "a text, number, yes or no", "write a single value");

/** A number with a unit. */
export const quantity = (units: readonly Unit[], expected: string, remedy: string) =>
  advised(z.string().regex(quantityPattern(units)), expected, remedy, {
    problemId: "wrong-unit",
    guess: guessQuantity(units),
  });

/** A due offset, or a window of two. */
export const dueOffset = () =>
  advised(
    z
      .string()
      .regex(duePattern)
      .refine((text) => parseDue(text) !== undefined),
    "an offset from the anchor date: `-30d` calendar days, `-5bd` business days, `+2w` weeks, `-9mo` months, `0d`, or a window such as `-9mo..-8mo`",
    "write how far from the anchor date it is, such as `-30d` for thirty days before",
    { problemId: "wrong-unit", guess: guessDue },
  );

/** A time of day. */
export const timeOfDay = () =>
  advised(
    z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    'a time of day in quotes, such as `"14:00"`',
    "write hours and minutes in quotes",
    { guess: guessTimeOfDay, remedyForNumber: 'put it in quotes, such as `"14:00"`' },
  );

/** The name of a time zone. */
export const timeZoneName = () =>
  advised(
    z.string().refine(isTimeZone),
    "a time zone name such as `Europe/Zurich`",
    "write the continent and the largest city of your time zone",
    { guess: guessTimeZone },
  );

/** A list of any length up to `most`. */
export const list = <T extends z.ZodType>(element: T, expected: string, most = 100) =>
  advised(z.array(element).max(most), expected, "write a YAML list, such as `[a, b]`");

/** A value, or a list of such values. */
export const oneOrMore = <T extends z.ZodType>(element: T, expected: string, most = 50) =>
  advised(
    z.union([element, z.array(element).max(most)]),
    expected,
    "write one, or several as a YAML list, such as `[a, b]`",
  );

/** Yes or no. */
export const flag = () =>
  advised(z.boolean(), "`true` or `false`", "write one of the two without quotes", {
    guess: guessFlag,
  });

/** One of a few words. */
export const choice = <const T extends readonly string[]>(values: T, guess?: Guess) =>
  advised(
    z.enum(values),
    `one of ${values.map((value) => `\`${value}\``).join(", ")}`,
    "pick one of them",
    guess && { guess },
  );

/** A value as the start form would send it: numbers as written, yes and no for booleans. */
export function textOfScalar(value: string | number | boolean): string {
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
}
