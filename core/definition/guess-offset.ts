import { parseOffset, roughDays } from "../calendar/index.ts";
import type { Guess } from "./guess-value.ts";
import { unitWords } from "./unit-words.ts";

const before = "before|prior|earlier|vor|vorher|davor|zuvor|før|inden|forinden";
const after = "after|later|nach|nachher|danach|später|efter|senere";
const sideFirst = new RegExp(`^(?:(${before})|${after}) (?=.*\\d)`);
const sideLast = new RegExp(` (?:(${before})|${after})$`);
const articles = "a|an|one|the|on the|ein|eine|einen|einem|einer|der|die|das|den|am|im|en|et|på";
const article = new RegExp(`^(?:${articles}) `);
const sameDay =
  /^(?:on the |the |am |på )?(?:(?:same|selben|gleichen|samme) (?:day|tage?|dag)|day|tag|dagen)$/;

/** Numbers as words, from two on: what stands for one is an article too. */
const numbers: readonly (readonly string[])[] = [
  ["two", "zwei", "to"],
  ["three", "drei", "tre"],
  ["four", "vier", "fire"],
  ["five", "fünf", "fem"],
  ["six", "sechs", "seks"],
  ["seven", "sieben", "syv"],
  ["eight", "acht", "otte"],
  ["nine", "neun", "ni"],
  ["ten", "zehn", "ti"],
];

/**
 * An offset in other signs or in words: `-30`, `T-30`, `30 days before`, `vor 30 Tagen` and a typographic minus are `-30d`, `the day before`
 * is `-1d`, `am selben Tag` is `0d`; without a sign, before.
 */
const guessOffset: Guess = (found) => {
  const written = found
    .trim()
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^[td](?=[-+−–—]?\d)/, "");
  if (/ /.test(written) && sameDay.test(written)) return "0d";
  const counted = withNumber(written);
  const side = sideFirst.exec(counted) ?? sideLast.exec(counted);
  const length = counted.replace(sideFirst, "").replace(sideLast, "");
  const [, sign, number, words = ""] = /^([-+−–—]?) ?(\d{1,4}) ?([\p{L} ]*)$/u.exec(length) ?? [];
  if (number === undefined) return undefined;
  const unit = words === "" ? "d" : unitWords.get(words);
  if (!unit || !["d", "bd", "w", "mo"].includes(unit)) return undefined;
  if (Number(number) === 0) return "0d";
  const isAfter = side !== null && side[1] === undefined;
  return `${sign === "+" || isAfter ? "+" : "-"}${number}${unit}`;
};

/** Words with a number as a figure: `two weeks before` is `2 weeks before`, and so is one behind an article, where a side is named. */
function withNumber(written: string): string {
  const [first = "", ...others] = written.split(" ");
  const place = numbers.findIndex((words) => words.includes(first));
  if (place >= 0) return `${place + 2} ${others.join(" ")}`;
  if (/\d/.test(written) || !sideLast.test(written)) return written;
  return `1 ${written.replace(article, "")}`;
}

/** A window with words between its ends, or with its ends the wrong way round; else as {@link guessOffset}. */
export const guessDue: Guess = (found) => {
  const [first = "", last, ...more] = found.trim().split(/\s*(?:\.\.+|…| to | bis | til )\s*/);
  if (last === undefined || more.length > 0) return guessOffset(found);
  const offsetOf = (text: string) => (parseOffset(text) ? text : guessOffset(text));
  const ends = [offsetOf(first), offsetOf(last)];
  const [opens, due] = ends.map((text) => parseOffset(text ?? ""));
  if (!opens || !due) return undefined;
  return (roughDays(opens) <= roughDays(due) ? ends : ends.toReversed()).join("..");
};
