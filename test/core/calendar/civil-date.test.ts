import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addCalendarDays,
  type CivilDate,
  fromEpochDay,
  parseCivilDate,
  toEpochDay,
  weekdayOf,
} from "../../../core/calendar/index.ts";
import { Temporal } from "../../../core/temporal.ts";
import { tries } from "../../tries.ts";

const epochDays = fc.integer({ min: -719_528, max: 2_932_896 });

describe("parseCivilDate", () => {
  test.each(["2026-12-18", "2028-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("takes %s", (text) => {
    expect(parseCivilDate(text)).toBe(text);
  });

  test.each([
    "2026-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-1-1",
    "18.12.2026",
    "2026-12-18T00:00",
    " 2026-12-18",
    "",
    "२०२६-१२-१८",
  ])("refuses %j", (text) => {
    expect(parseCivilDate(text)).toBeUndefined();
  });
});

test("every day of every month is one, and the day after its last is none", () => {
  const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const lastDays = lengths.map((length, index) => `2027-${String(index + 1).padStart(2, "0")}-${length}`);
  const daysAfter = lastDays.map((text) => text.replace(/\d+$/, (day) => String(Number(day) + 1)));
  expect(lastDays.map(parseCivilDate)).toEqual(lastDays);
  expect(daysAfter.map(parseCivilDate)).toEqual(daysAfter.map(() => undefined));
});

describe("day numbers", () => {
  test.each([
    ["1970-01-01", 0, 4],
    ["1969-12-31", -1, 3],
    ["2024-02-29", 19_782, 4],
    ["2026-12-18", 20_805, 5],
    ["2027-01-03", 20_821, 7],
  ])("%s is day %i, weekday %i", (date, day, weekday) => {
    expect(toEpochDay(date as CivilDate)).toBe(day);
    expect(fromEpochDay(day)).toBe(date);
    expect(weekdayOf(day)).toBe(weekday);
  });

  test("agree with Temporal", () => {
    fc.assert(
      fc.property(epochDays, (day) => {
        const date = fromEpochDay(day);
        const reference = Temporal.PlainDate.from("1970-01-01").add({ days: day });
        expect(date).toBe(reference.toString());
        expect(toEpochDay(date)).toBe(day);
        expect(weekdayOf(day)).toBe(reference.dayOfWeek);
      }),
      { numRuns: tries(2000) },
    );
  });

  test("addCalendarDays crosses a year end", () => {
    expect(addCalendarDays("2026-12-30" as CivilDate, 3)).toBe("2027-01-02");
  });
});
