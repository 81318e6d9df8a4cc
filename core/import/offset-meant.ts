const small = [
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const units: readonly (readonly [RegExp, "d" | "bd" | "w" | "mo"])[] = [
  [/^(?:business|working|work) ?days?$|^bd$/, "bd"],
  [/^days?$|^d$|^tage?n?$/, "d"],
  [/^weeks?$|^w$|^wochen?$/, "w"],
  [/^months?$|^mo$|^monate?n?$/, "mo"],
];

/** An offset that words of a list give: `-14d`, and the words that say it. */
export interface OffsetMeant {
  readonly offset: string;
  readonly said: string;
}

const amount = `\\d{1,3}|a|${small.join("|")}`;
const unit = "business days?|working days?|days?|weeks?|months?|tagen?|tage?|wochen?|monaten?|monate?";
const before = new RegExp(
  `\\b(${amount})[ -](${unit}) (before|prior to|ahead|vor|vorher|after|later|nach|nachher)\\b`,
  "i",
);
const short = /(?<![\w])[TD] ?([-−–+]) ?(\d{1,3}) ?(d|days?|w|weeks?|bd)?(?![\w])/;
const plain = /^([-−+]?) ?(\d{1,3}) ?(d|days?|bd|business days?|w|weeks?|mo|months?)?$/i;

/**
 * The offset from the day of the event that words say: `T-14`, `two weeks before`, `3 business days after`, and where a whole cell says
 * nothing else `-14d` or `14`. A number alone counts days, before the day where it has no sign. Nothing for any other words.
 */
export function offsetMeant(words: string, isWhole = false): OffsetMeant | undefined {
  const long = before.exec(words);
  if (long) {
    const [said, number = "", of = "", where = ""] = long;
    const isAfter = /^(?:after|later|nach|nachher)$/i.test(where);
    return { offset: offsetOf(isAfter ? "+" : "-", amountOf(number), of), said };
  }
  const brief = short.exec(words);
  if (brief)
    return {
      offset: offsetOf(brief[1] === "+" ? "+" : "-", Number(brief[2]), brief[3] ?? "d"),
      said: brief[0],
    };
  const alone = isWhole ? plain.exec(words.trim()) : null;
  if (!alone) return undefined;
  return { offset: offsetOf(alone[1] === "+" ? "+" : "-", Number(alone[2]), alone[3] ?? "d"), said: words };
}

function amountOf(word: string): number {
  const place = small.indexOf(word.toLowerCase());
  return word.toLowerCase() === "a" ? 1 : place >= 0 ? place + 1 : Number(word);
}

function offsetOf(sign: string, number: number, of: string): string {
  const found = units.find(([pattern]) => pattern.test(of.toLowerCase()))?.[1] ?? "d";
  return number === 0 ? `0${found === "mo" ? "d" : found}` : `${sign}${number}${found}`;
}
