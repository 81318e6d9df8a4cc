import type { CollectField } from "../definition/index.ts";
import { longDate } from "./format-date.ts";
import { codeSpan, joinMarkdown, link, type Markdown, md, ours } from "./markdown.ts";
import { wordsOf } from "./word-lists.ts";

/** What may stand behind each name, as an example. */
const examples: Readonly<Record<CollectField["type"], string>> = {
  text: "…",
  link: "https://…",
  number: "120",
  hours: "3.5",
  money: "1200 CHF",
  date: "2026-12-18",
  choice: "…",
};

const typeNames: Readonly<Record<CollectField["type"], string>> = {
  text: "text",
  link: "link",
  number: "number",
  hours: "hours",
  money: "amount of money",
  date: "date",
  choice: "choice",
};

/** Why a value could not be read; the same kinds as `readValue` tells apart. */
type Why =
  | { readonly why: "not-hours" | "not-number" | "not-link" | "not-date" | "not-choice" | "not-money" }
  | { readonly why: "two-ways"; readonly either: string; readonly or: string }
  | { readonly why: "no-currency"; readonly amount: string }
  | { readonly why: "too-long"; readonly most: number };

function remedy(field: CollectField, problem: Why): Markdown {
  switch (problem.why) {
    case "not-hours":
      return md`which are no hours I can read. Please write ${codeSpan(`${field.id}: 3.5`)}.`;
    case "not-number":
      return md`which is not a number. Please write digits only, such as ${codeSpan(`${field.id}: 1200`)}.`;
    case "not-money":
      return md`which is no amount I can read. Please write ${codeSpan(`${field.id}: 1200.50 ${field.currency ?? "CHF"}`)}.`;
    case "not-link":
      return md`which is no address of the web. Please write one that begins with ${codeSpan("https://")}.`;
    case "not-date":
      return md`which is not one clear day. Please write year-month-day, such as ${codeSpan(`${field.id}: 2026-12-18`)}.`;
    case "not-choice":
      return md`which is none of the choices: ${wordsOf(field.options.map(codeSpan), "or")}.`;
    case "two-ways":
      return md`which may be read in two ways. Please write ${codeSpan(`${field.id}: ${problem.either}`)} or ${codeSpan(`${field.id}: ${problem.or}`)}.`;
    case "no-currency":
      return md`without a currency. Please write ${codeSpan(`${field.id}: ${problem.amount} CHF`)}, or the currency you mean.`;
    case "too-long":
      return md`which is longer than ${problem.most} characters. Please put the text into a document, and its link here.`;
  }
}

/** The lines to write, one for each value. */
function lines(fields: readonly CollectField[]): string {
  const line = ({ id, type, options, currency }: CollectField) =>
    `${id}: ${type === "choice" ? (options[0] ?? "…") : type === "money" && currency ? `1200 ${currency}` : examples[type]}`;
  return ["/done", ...fields.map(line)].join("\n");
}

function fenced(text: string): Markdown {
  return ours(["```text", text.replaceAll("`", "'"), "```"].join("\n"));
}

/** Texts about values that are entered when a step is done. */
export const collect = {
  typeNames,
  /** How a step that collects values is ended. */
  howToEnd: (fields: readonly CollectField[]): Markdown => {
    const optional = fields.filter(({ required }) => !required);
    const may =
      optional.length === 0
        ? md``
        : optional.length === fields.length
          ? md` You may leave out what you do not know.`
          : md` You may leave out ${wordsOf(
              optional.map(({ id }) => codeSpan(id)),
              "and",
            )}.`;
    return md`When it is done, write this in a comment, with your own values:\n\n${fenced(lines(fields))}\n\nThat closes this issue.${may}`;
  },
  /** What is still to be said before a step is done; neither list is empty with the other. */
  asked: (
    missing: readonly CollectField[],
    wrong: readonly { readonly field: CollectField; readonly typed: string; readonly problem: Why }[],
    fields: readonly CollectField[],
  ): Markdown => {
    const open =
      missing.length === 0
        ? []
        : [
            md`Before this is done I need ${wordsOf(
              missing.map(({ label }) => md`**${label}**`),
              "and",
            )}.`,
          ];
    const odd = wrong.map(
      ({ field, typed, problem }) =>
        md`**${field.label}** says ${codeSpan(typed.slice(0, 80))}, ${remedy(field, problem)}`,
    );
    return joinMarkdown(
      [...open, ...odd, md`Please write it all once more in a new comment, such as:`, fenced(lines(fields))],
      "\n\n",
    );
  },
  tooLong: (fields: readonly CollectField[]): Markdown =>
    md`That comment is too long for me to read to its end. Please write the values alone, in a new comment:\n\n${fenced(lines(fields))}`,
  /** Closed by hand without what it collects. */
  closedWithout: (who: Markdown, asked: Markdown): Markdown =>
    md`${who}this step is not quite done, so I opened it again. ${asked}`,
  /** A value as people read it; a link of the web leads there. */
  value: (type: CollectField["type"], value: string): Markdown => {
    // A value that was cut where the notes had no more room is no address any more.
    if (type === "link" && !value.endsWith("…") && /^https?:\/\/[^\s<>"]+$/i.test(value))
      return link(value, value);
    if (type === "hours") return md`${value} h`;
    if (type === "date" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return md`${longDate(value as never)}`;
    return md`${value}`;
  },
};
