import type { Unit } from "../calendar/index.ts";
import { nearest } from "../message.ts";
import { idFrom } from "./id-from.ts";
import { unitWords } from "./unit-words.ts";

/** What somebody probably meant by a value that does not fit; nothing where that is anybody's guess. */
export type Guess = (found: string) => string | undefined;

/** What kinds of steps are called elsewhere, and in German and Danish. */
const kindNames: Readonly<Record<string, string>> = {
  task: "aufgabe opgave todo to-do action activity",
  approval: "review gate sign-off signoff freigabe genehmigung godkendelse",
  decision: "choice question gateway entscheidung beslutning",
  checkpoint: "milestone date deadline meilenstein milepæl",
  process: "subprocess sub-process child workflow prozess proces",
};

/** The kind of a step in another word: `milestone` is `checkpoint`. */
export const guessKind: Guess = (found) => {
  const word = found.trim().toLowerCase();
  return Object.keys(kindNames).find((kind) => kindNames[kind]?.split(" ").includes(word));
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
  // Without a comma, words are ids of their own where one of them already has a dash; else they are one name.
  const areIds = words.every((word) => /^[a-z0-9-]+$/.test(word)) && words.some((word) => word.includes("-"));
  const isList = words.length > 1 && (separator.source !== "\\s+" || areIds);
  return isList ? `[${words.map(idFrom).join(", ")}]` : guessId(found.replace(/^(?:the|der|die|das) /i, ""));
};

/** A time of day in other signs: `14`, `2 pm`, `14.30` and `9 Uhr` are `14:00`, `14:30` and `09:00`. */
export const guessTimeOfDay: Guess = (found) => {
  const [, hours, minutes = "00", half] =
    /^(?:kl\.?\s*)?(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})?\s*(am|pm|uhr|h)?\.?$/i.exec(found.trim()) ?? [];
  if (hours === undefined) return undefined;
  const isAfternoon = /^pm$/i.test(half ?? "") && Number(hours) < 12;
  const time = `${String(Number(hours) + (isAfternoon ? 12 : 0)).padStart(2, "0")}:${minutes}`;
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : undefined;
};

/** A number in words around it: `2 of 5` is `2`. */
export const guessPolicy: Guess = (found) =>
  nearest(found, ["all", "any"]) ?? /^(\d{1,2})(?: (?:of|von|af) \d{1,2})?$/i.exec(found.trim())?.[1];

/** How often, in words: `weekly`, `every 2 weeks` and `week` are `1w`, `2w` and `1w`. */
export const guessEvery: Guess = (found) => {
  const written = found
    .trim()
    .toLowerCase()
    .replace(/^(?:every|alle|jede[nrs]?|hver(?:t|anden)?)\s+/, "");
  const single = everyWords[written] ?? (unitWords.has(written) ? `1${unitWords.get(written)}` : undefined);
  const guessed = single ?? guessQuantity(["d", "bd", "w", "mo"])(written);
  return guessed && /^[1-9]/.test(guessed) ? guessed : undefined;
};

const everyWords: Readonly<Record<string, string>> = {
  daily: "1d",
  weekly: "1w",
  fortnightly: "2w",
  biweekly: "2w",
  monthly: "1mo",
  quarterly: "3mo",
  täglich: "1d",
  wöchentlich: "1w",
  monatlich: "1mo",
  dagligt: "1d",
  ugentligt: "1w",
  månedligt: "1mo",
};

/** A quantity with its unit in words: `2 hours` is `2h`, where hours are among the units. */
export function guessQuantity(units: readonly Unit[]): Guess {
  return (found) => {
    const minutes = units.includes("m") ? minutesOf(found) : undefined;
    if (minutes !== undefined) return minutes;
    const [, number, word = ""] = /^(\d{1,4})\s*([\p{L} ]*)$/u.exec(found.trim().toLowerCase()) ?? [];
    if (number === undefined) return undefined;
    const unit = unitWords.get(word);
    const [only] = units;
    if (units.length === 1 && only === "bd" && unit === "w") return `${Number(number) * 5}bd`;
    if (units.length === 1 && ["", "d", "bd"].includes(unit ?? word)) return `${number}${only}`;
    const alike = unit === "m" && !units.includes("m") ? "mo" : unit;
    return alike && units.includes(alike) ? `${number}${alike}` : undefined;
  };
}

/** Hours with a fraction as minutes, where they are whole ones: `1.5h` is `90m`. */
function minutesOf(found: string): string | undefined {
  const [, hours, fraction = "", word = ""] = /^(\d{1,2})[.,](\d{1,2})\s*([a-z]+)$/i.exec(found.trim()) ?? [];
  if (hours === undefined || unitWords.get(word.toLowerCase()) !== "h") return undefined;
  const hundredths = Number(hours) * 100 + Number(fraction.padEnd(2, "0"));
  const minutes = (hundredths * 60) / 100;
  return Number.isInteger(minutes) && minutes > 0 ? `${minutes}m` : undefined;
}

/** The nearest of a few words. */
export function guessWord(words: readonly string[]): Guess {
  return (found) => nearest(found, words);
}

/** The time zone that is named after a city, or whose name stands there with other capitals or blanks. */
export function guessTimeZone(found: string): string | undefined {
  const asked = found
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  return Intl.supportedValuesOf("timeZone").find((zone) => {
    const name = zone.toLowerCase();
    return name === asked || name.slice(name.lastIndexOf("/") + 1) === asked;
  });
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
  if (/^(?:yes|y|ja|on|true|wahr|sandt|1)$/i.test(found)) return "true";
  return /^(?:no|n|nein|nej|off|false|falsch|falsk|0)$/i.test(found) ? "false" : undefined;
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
