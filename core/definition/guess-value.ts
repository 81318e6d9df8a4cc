import type { Unit } from "../calendar/index.ts";
import { nearest } from "../message.ts";
import { idFrom } from "./id-from.ts";

/** What somebody probably meant by a value that does not fit; nothing where that is anybody's guess. */
export type Guess = (found: string) => string | undefined;

const unitWords: Readonly<Record<string, Unit>> = {
  m: "m",
  min: "m",
  mins: "m",
  minute: "m",
  minutes: "m",
  minuten: "m",
  h: "h",
  hr: "h",
  hrs: "h",
  hour: "h",
  hours: "h",
  std: "h",
  stunde: "h",
  stunden: "h",
  d: "d",
  day: "d",
  days: "d",
  tag: "d",
  tage: "d",
  t: "d",
  bd: "bd",
  wd: "bd",
  workday: "bd",
  workdays: "bd",
  weekday: "bd",
  weekdays: "bd",
  "business day": "bd",
  "business days": "bd",
  "working day": "bd",
  "working days": "bd",
  at: "bd",
  arbeitstage: "bd",
  werktag: "bd",
  werktage: "bd",
  w: "w",
  week: "w",
  weeks: "w",
  woche: "w",
  wochen: "w",
  mo: "mo",
  month: "mo",
  months: "mo",
  monat: "mo",
  monate: "mo",
  y: "y",
  year: "y",
  years: "y",
  jahr: "y",
  jahre: "y",
};

/** An id from any name: `Write the Draft` is `write-the-draft`. */
export const guessId: Guess = (found) => idFrom(found) || undefined;

/** Ids that lost the brackets or the commas of their list: `editor, author` is `[editor, author]`. */
export const guessIds: Guess = (found) => {
  const separator = /[,;/]| (?:and|und) /.test(found) ? /[,;/]| (?:and|und) / : /\s+/;
  const words = found
    .split(separator)
    .map((word) => word.trim())
    .filter((word) => word !== "");
  const isList =
    words.length > 1 && (separator.source !== "\\s+" || words.every((word) => /^[a-z0-9-]+$/.test(word)));
  return isList ? `[${words.map(idFrom).join(", ")}]` : guessId(found.replace(/^(?:the|der|die|das) /i, ""));
};

/** An offset in other signs: `-30`, `30 days before` and a typographic minus are `-30d`; without a sign, before. */
export const guessOffset: Guess = (found) => {
  const [, sign, number, words = ""] = /^([-+−–—]?)\s*(\d{1,4})\s*([a-zä ]*)$/i.exec(found.trim()) ?? [];
  if (number === undefined) return undefined;
  const [, unit = "", side] = /^(.*?)\s*(before|vorher|after|nachher)?$/i.exec(words.trim()) ?? [];
  const known = unit === "" ? "d" : unitWords[unit.toLowerCase()];
  if (!known || !["d", "bd", "w"].includes(known)) return undefined;
  if (Number(number) === 0) return "0d";
  const isAfter = sign === "+" || /^(after|nachher)$/i.test(side ?? "");
  return `${isAfter ? "+" : "-"}${number}${known}`;
};

/** A quantity with its unit in words: `2 hours` is `2h`, where hours are among the units. */
export function guessQuantity(units: readonly Unit[]): Guess {
  return (found) => {
    const minutes = units.includes("m") ? minutesOf(found) : undefined;
    if (minutes !== undefined) return minutes;
    const [, number, word = ""] = /^(\d{1,4})\s*([a-zä ]*)$/i.exec(found.trim()) ?? [];
    if (number === undefined) return undefined;
    const [only] = units;
    if (units.length === 1 && ["", "d"].includes(unitWords[word.toLowerCase()] ?? word))
      return `${number}${only}`;
    const unit = unitWords[word.toLowerCase()];
    const alike = unit === "m" && !units.includes("m") ? "mo" : unit;
    return alike && units.includes(alike) ? `${number}${alike}` : undefined;
  };
}

/** Hours with a fraction as minutes, where they are whole ones: `1.5h` is `90m`. */
function minutesOf(found: string): string | undefined {
  const [, hours, fraction = "", word = ""] = /^(\d{1,2})[.,](\d{1,2})\s*([a-z]+)$/i.exec(found.trim()) ?? [];
  if (hours === undefined || unitWords[word.toLowerCase()] !== "h") return undefined;
  const hundredths = Number(hours) * 100 + Number(fraction.padEnd(2, "0"));
  const minutes = (hundredths * 60) / 100;
  return Number.isInteger(minutes) && minutes > 0 ? `${minutes}m` : undefined;
}

/** The nearest of a few words. */
export function guessWord(words: readonly string[]): Guess {
  return (found) => nearest(found, words);
}

/** A country code in small letters, or the country's name in English, German or French: `Switzerland` is `CH`. */
export const guessCountry: Guess = (found) => {
  const wanted = found.trim().toLowerCase();
  if (/^[a-z]{2}$/.test(wanted)) return wanted.toUpperCase();
  const countryNames = ["en", "de", "fr"].map(
    (language) => new Intl.DisplayNames(language, { type: "region" }),
  );
  return countryCodes().find((code) =>
    countryNames.some((names) => names.of(code)?.toLowerCase() === wanted),
  );
};

/** All pairs of letters that stand for themselves; `DD` stands for `DE` nowadays. */
function countryCodes(): string[] {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const pairs = letters.flatMap((first) => letters.map((second) => `${first}${second}`));
  return pairs.filter((code) => new Intl.Locale(`und-${code}`).region === code);
}

/** Yes and no in other words. */
export const guessFlag: Guess = (found) => {
  if (/^(?:yes|y|ja|on|true|1)$/i.test(found)) return "true";
  return /^(?:no|n|nein|off|false|0)$/i.test(found) ? "false" : undefined;
};

/** Days as people write them: `18.1.2027` is `2027-01-18`, and `18.1.2027 - 22.1.2027` a stretch. */
export const guessDates: Guess = (found) => {
  const iso = found.replace(
    /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/g,
    (_whole, day: string, month: string, year: string) =>
      `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
  );
  const [first, second, ...more] = iso.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  if (first === undefined || more.length > 0) return undefined;
  const days = [first, second ?? first].sort();
  return second === undefined ? first : days.join("..");
};

/** How often, in one word: `weekly` is `FREQ=WEEKLY`. */
export const guessRecurrence: Guess = (found) => {
  const word = found.trim().toUpperCase();
  return ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"].includes(word) ? `FREQ=${word}` : undefined;
};
