import { datesMeant } from "../../calendar/index.ts";
import type { CollectField } from "../../definition/index.ts";

/** Why a value cannot be taken in. */
export type ValueProblem =
  | { readonly why: "not-hours" | "not-number" | "not-link" | "not-date" | "not-choice" | "not-money" }
  /** Thousands or a fraction: both are written so. */
  | { readonly why: "two-ways"; readonly either: string; readonly or: string }
  | { readonly why: "no-currency"; readonly amount: string }
  | { readonly why: "too-long"; readonly most: number };

/** A value as it is noted, or why it cannot be. */
export type ValueReading = { readonly value: string } | { readonly problem: ValueProblem };

const longest = 300;

/**
 * A value that somebody typed, as it is noted: text on one line; links of the web; numbers, hours and amounts with a point before
 * the fraction, amounts with their currency behind (`1200.50 CHF`); dates as ISO text; choices as the handbook writes them.
 */
export function readValue(field: CollectField, typed: string): ValueReading {
  const words = typed.replace(/\s+/g, " ").trim();
  if (words.length > longest) return { problem: { why: "too-long", most: longest } };
  switch (field.type) {
    case "text":
      return { value: words };
    case "link":
      return isWebLink(words) ? { value: words } : { problem: { why: "not-link" } };
    case "number":
      return readNumber(words, 6) ?? { problem: { why: "not-number" } };
    case "hours":
      return readHours(words);
    case "money":
      return readMoney(words, field.currency);
    case "date": {
      const [date, other] = datesMeant(words);
      return date === undefined || other !== undefined ? { problem: { why: "not-date" } } : { value: date };
    }
    case "choice": {
      const option = field.options.find((known) => known.toLowerCase() === words.toLowerCase());
      return option === undefined ? { problem: { why: "not-choice" } } : { value: option };
    }
  }
}

function isWebLink(words: string): boolean {
  if (!/^https?:\/\/[^\s<>"]+$/i.test(words)) return false;
  const { username, password } = URL.parse(words) ?? { username: "x", password: "" };
  return username === "" && password === "";
}

/** `3`, `3.5`, `3,5`, `3 h`, `90 min`, `1 h 30 min`; never less than nothing, nor more than a year has. */
function readHours(words: string): ValueReading {
  const [, whole, minutes] =
    /^(\d{1,4}) ?(?:h|hours?|std\.?|stunden?) ?(?:(\d{1,2}) ?(?:m|min|minutes?)?)?$/i.exec(words) ?? [];
  if (whole !== undefined) return { value: hoursOf(Number(whole) * 60 + Number(minutes ?? 0)) };
  const [, alone] = /^(\d{1,5}) ?(?:m|min|minutes?)$/i.exec(words) ?? [];
  if (alone !== undefined) return { value: hoursOf(Number(alone)) };
  const read = readNumber(words.replace(/ ?(?:h|hours?|std\.?|stunden?)$/i, ""), 2);
  if (read === undefined) return { problem: { why: "not-hours" } };
  if ("problem" in read) return read;
  const hours = Number(read.value);
  return hours >= 0 && hours <= 8784 ? read : { problem: { why: "not-hours" } };
}

function hoursOf(minutes: number): string {
  return String(Math.round((minutes / 60) * 100) / 100);
}

const signs: Readonly<Record<string, string>> = { "€": "EUR", $: "USD", "£": "GBP", "fr.": "CHF", fr: "CHF" };

/** An amount with its currency before or behind it. */
function readMoney(words: string, usual: string | undefined): ValueReading {
  const [, before = "", amount = "", behind = ""] =
    /^(fr\.?|[a-z]{3}|[€$£])? ?(-?[\d][\d.,'’ ]*?(?:\.?[-–—]{1,2})?) ?(fr\.?|[a-z]{3}|[€$£])?$/i.exec(
      words,
    ) ?? [];
  const written = before === "" ? behind : before;
  if (amount === "" || (before !== "" && behind !== "")) return { problem: { why: "not-money" } };
  const read = readNumber(amount.replace(/\.?[-–—]{1,2}$/, ""), 2);
  if (read === undefined) return { problem: { why: "not-money" } };
  const currency = signs[written.toLowerCase()] ?? (written === "" ? usual : written.toUpperCase());
  if ("problem" in read) return { problem: withCurrency(read.problem, currency) };
  return currency === undefined
    ? { problem: { why: "no-currency", amount: read.value } }
    : { value: `${read.value} ${currency}` };
}

/** What to write instead is written with its currency too. */
function withCurrency(problem: ValueProblem, currency: string | undefined): ValueProblem {
  if (problem.why !== "two-ways" || currency === undefined) return problem;
  return { ...problem, either: `${problem.either} ${currency}`, or: `${problem.or} ${currency}` };
}

/**
 * A number with or without signs between its thousands, and with at most so many digits behind the point or comma. Nothing for any
 * other text. Three digits behind a single point or comma may be thousands or a fraction, so that is asked.
 */
function readNumber(words: string, mostDecimals: number): ValueReading | undefined {
  const plain = words.replace(/(?<=\d)['’ \u00a0\u202f](?=\d{3}(?:\D|$))/g, "");
  const [, sign = "", whole = "", point = "", fraction = ""] =
    /^(-?)(\d{1,12})(?:([.,])(\d{1,12}))?$/.exec(plain) ?? [];
  if (whole !== "") {
    const isDivided = plain !== words;
    if (point !== "" && fraction.length === 3 && !isDivided && whole.length <= 3 && whole !== "0")
      return {
        problem: {
          why: "two-ways",
          either: `${sign}${whole}${fraction}`,
          or: `${sign}${whole}.${fraction.replace(/0+$/, "") || "0"}`,
        },
      };
    return fraction.length > mostDecimals ? undefined : { value: numberOf(sign, whole, fraction) };
  }
  // Thousands with one sign, a fraction with the other: 1.234.567,80 or 1,234,567.80.
  const [, minus = "", thousands = "", decimals = ""] =
    /^(-?)(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,12}))?$/.exec(plain) ??
    /^(-?)(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,12}))?$/.exec(plain) ??
    [];
  const digits = thousands.replace(/[.,]/g, "");
  if (digits === "" || digits.length > 12 || decimals.length > mostDecimals) return undefined;
  return { value: numberOf(minus, digits, decimals) };
}

/** A number without needless zeros, exactly as many digits as were written. */
function numberOf(sign: string, whole: string, fraction: string): string {
  const plain = whole.replace(/^0+(?=\d)/, "");
  const rest = fraction.replace(/0+$/, "");
  const value = rest === "" ? plain : `${plain}.${rest}`;
  return value === "0" ? "0" : `${sign}${value}`;
}
