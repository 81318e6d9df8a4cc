import { type CivilDate, parseCivilDate } from "./civil-date.ts";

/**
 * The dates that somebody may mean with a text: one for `2026-12-18`, `18.12.2026` and `12/18/2026`, two for `4/3/2026`, which is
 * another day in Boston than in Bristol, and none for what is no date. With dots the day comes first.
 */
export function datesMeant(text: string): readonly CivilDate[] {
  const iso = parseCivilDate(text);
  if (iso !== undefined) return [iso];
  const [, first = "", mark = "", second = "", year = ""] =
    /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  const dayFirst = civilDate(year, second, first);
  const monthFirst = mark === "/" || dayFirst === undefined ? civilDate(year, first, second) : undefined;
  const found = [dayFirst, monthFirst].filter((date) => date !== undefined);
  return [...new Set(found)];
}

function civilDate(year: string, month: string, day: string): CivilDate | undefined {
  return parseCivilDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}
