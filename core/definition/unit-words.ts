import type { Unit } from "../calendar/index.ts";

const unitNames: Readonly<Record<Unit, string>> = {
  m: "m min mins minute minutes minuten minut minutter",
  h: "h hr hrs hour hours std stunde stunden time timer",
  d: "d day days tag tage tagen t dag dage dagen",
  bd: "bd wd workday workdays weekday weekdays business_day business_days working_day working_days at arbeitstag arbeitstage arbeitstagen werktag werktage werktagen arbejdsdag arbejdsdage hverdag hverdage",
  w: "w week weeks woche wochen uge uger ugen",
  mo: "mo month months monat monate monaten måned måneder måneden",
  y: "y year years jahr jahre jahren år året",
};
/** The unit that a word stands for, in English, German and Danish, in small letters. */
export const unitWords: ReadonlyMap<string, Unit> = new Map(
  (Object.entries(unitNames) as [Unit, string][]).flatMap(([unit, words]) =>
    words.split(" ").map((word) => [word.replace("_", " "), unit] as const),
  ),
);
