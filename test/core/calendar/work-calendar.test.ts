import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CivilDate,
  createWorkCalendar,
  dueDateOf,
  fromEpochDay,
  type IsoWeekday,
  parseDateRange,
  parseOffset,
  toEpochDay,
} from "../../../core/calendar/index.ts";
import { publicHolidaysOf } from "../../../core/holidays/index.ts";
import { tries } from "../../tries.ts";
import { dayByDay } from "./day-by-day.ts";

const day = (text: string) => toEpochDay(text as CivilDate);
const closed = (text: string) => [parseDateRange(text) ?? expect.unreachable(text)];
const zurich = createWorkCalendar({
  workweek: [1, 2, 3, 4, 5],
  publicHolidays: publicHolidaysOf({ country: "CH", region: "ZH" }),
  closed: closed("2026-12-24..2027-01-02"),
});

describe("business days in Zurich", () => {
  test.each([
    ["2026-12-18", true, "a Friday"],
    ["2026-12-19", false, "a Saturday"],
    ["2026-12-23", true, "the day before the closure"],
    ["2026-12-24", false, "the first day of the closure"],
    ["2027-01-02", false, "the last day of the closure"],
    ["2027-01-04", true, "the Monday after it"],
    ["2026-04-03", false, "Good Friday"],
    ["2026-05-14", false, "Ascension Day"],
    ["2026-04-02", true, "Maundy Thursday, observed but not public"],
    ["2028-02-29", true, "a leap day, a Tuesday"],
  ])("%s: %s, %s", (date, expected) => {
    expect(zurich.isBusinessDay(day(date))).toBe(expected);
  });
});

describe("dueDateOf", () => {
  test.each([
    ["2026-12-18", "-30d", "2026-11-18", "a Wednesday, as counted"],
    ["2026-12-18", "-20d", "2026-11-27", "Saturday the 28th moves back to Friday"],
    ["2026-12-18", "-5d", "2026-12-11", "Sunday the 13th moves back over the week-end"],
    ["2026-12-18", "+8d", "2027-01-04", "the 26th is in the closure and moves on past it"],
    ["2026-12-18", "-5bd", "2026-12-11", "five business days back"],
    ["2026-12-18", "+5bd", "2027-01-05", "five business days on, around the closure"],
    ["2026-12-18", "+2w", "2027-01-04", "two weeks on lands in the closure"],
    ["2026-12-18", "-1w", "2026-12-11", "one week back"],
    ["2026-12-20", "0d", "2026-12-20", "zero stays, even on a Sunday"],
    ["2026-12-20", "0bd", "2026-12-20", "zero business days stay as well"],
    ["2026-12-20", "0w", "2026-12-20", "and so do zero weeks"],
    ["2026-12-20", "-1bd", "2026-12-18", "counts from a Sunday"],
    ["2026-04-07", "-1bd", "2026-04-02", "back over Easter"],
    ["2028-03-01", "-1bd", "2028-02-29", "back to a leap day"],
    ["2027-03-01", "-1bd", "2027-02-26", "back from March without one"],
    ["2028-02-28", "+1d", "2028-02-29", "on to a leap day"],
    ["2026-03-27", "+1bd", "2026-03-30", "over the night that loses an hour"],
    ["2026-10-23", "+1bd", "2026-10-26", "over the night that has one more"],
  ])("%s %s is %s: %s", (anchor, offset, expected) => {
    const quantity = parseOffset(offset) ?? expect.unreachable(offset);
    expect(fromEpochDay(dueDateOf(day(anchor), quantity, zurich))).toBe(expected);
  });
});

describe("addBusinessDays", () => {
  test.each([
    ["2026-12-18", 0, "2026-12-18"],
    ["2026-12-19", 0, "2026-12-19"],
    ["2026-12-19", 1, "2026-12-21"],
    ["2026-12-23", 1, "2027-01-04"],
    ["2027-01-04", -1, "2026-12-23"],
    ["2026-12-31", -2, "2026-12-22"],
  ])("%s and %i is %s", (date, count, expected) => {
    expect(fromEpochDay(zurich.addBusinessDays(day(date), count))).toBe(expected);
  });

  test("a calendar without a business day ends ten years away instead of never", () => {
    const never = createWorkCalendar({ workweek: [], publicHolidays: () => [], closed: [] });
    expect(never.addBusinessDays(0, 1)).toBe(3661);
    expect(never.addBusinessDays(0, -1)).toBe(-3661);
    expect(never.nearestBusinessDay(0, "before")).toBe(-3660);
    expect(never.businessDaysBetween(0, 1000)).toBe(0);
  });
});

describe("businessDaysBetween", () => {
  test.each([
    ["2026-12-18", "2026-12-18", 0],
    ["2026-12-18", "2026-12-21", 1],
    ["2026-12-21", "2026-12-18", -1],
    ["2026-12-19", "2026-12-20", 0],
    ["2026-12-23", "2027-01-04", 1],
  ])("from %s to %s: %i", (from, to, expected) => {
    expect(zurich.businessDaysBetween(day(from), day(to))).toBe(expected);
  });
});

test("a day belongs to its own year, also right after the last of the year before", () => {
  const calendar = createWorkCalendar({
    workweek: [1, 2, 3, 4, 5, 6, 7],
    publicHolidays: (year) => [`${year}-01-01` as CivilDate, `${year}-01-02` as CivilDate],
    closed: [],
  });
  const dates = [
    "1970-01-01",
    "1970-01-02",
    "2026-12-31",
    "2027-01-01",
    "2027-01-02",
    "2026-12-31",
    "2027-01-03",
  ];
  expect(dates.map((date) => calendar.isBusinessDay(day(date)))).toEqual([
    false,
    false,
    true,
    false,
    false,
    true,
    true,
  ]);
});

test("each year of holidays is asked for once, and closures over new year count in both", () => {
  const asked: number[] = [];
  const calendar = createWorkCalendar({
    workweek: [1, 2, 3, 4, 5, 6, 7],
    publicHolidays: (year) => {
      asked.push(year);
      return [`${year}-05-01` as CivilDate];
    },
    closed: closed("2026-12-30..2027-01-03"),
  });
  const open = (date: string) => calendar.isBusinessDay(day(date));
  expect(
    ["2026-12-29", "2026-12-30", "2027-01-03", "2027-01-04", "2026-05-01", "2027-05-01"].map(open),
  ).toEqual([true, false, false, true, false, false]);
  expect(asked).toEqual([2026, 2027]);
});

describe("the fast calendar and a day-by-day count in Temporal agree", () => {
  const dates = fc.integer({ min: day("2019-12-01"), max: day("2032-03-31") }).map(fromEpochDay);
  const calendars = fc.record({
    workweek: fc.uniqueArray(fc.constantFrom<IsoWeekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }),
    holidays: fc.uniqueArray(dates, { maxLength: 60 }),
    closure: fc.tuple(dates, fc.integer({ min: 0, max: 40 })),
  });
  const counts = fc.integer({ min: -40, max: 40 });
  const units = fc.constantFrom("d", "bd", "w");

  test("on ten thousand calendars", () => {
    fc.assert(
      fc.property(calendars, dates, counts, units, ({ workweek, holidays, closure }, start, count, unit) => {
        const closedTo = fromEpochDay(toEpochDay(closure[0]) + closure[1]);
        const fast = createWorkCalendar({
          workweek,
          publicHolidays: (year) => holidays.filter((date) => date.startsWith(`${year}-`)),
          closed: [{ from: closure[0], to: closedTo }],
        });
        const slow = dayByDay({ workweek, holidays: new Set(holidays), closed: [closure[0], closedTo] });
        const moved = fast.addBusinessDays(toEpochDay(start), count);
        expect(fromEpochDay(moved)).toBe(slow.addBusinessDays(start, count));
        expect(fast.businessDaysBetween(toEpochDay(start), moved)).toBe(
          slow.businessDaysBetween(start, fromEpochDay(moved)),
        );
        const offset = parseOffset(`${count > 0 ? "+" : ""}${count}${unit}`) ?? expect.unreachable();
        expect(fromEpochDay(dueDateOf(toEpochDay(start), offset, fast))).toBe(
          slow.dueDate(start, count, unit),
        );
      }),
      { numRuns: tries(10_000) },
    );
  });
});

test("a day that is said to be worked is a business day, whatever else it is", () => {
  const calendar = createWorkCalendar({
    workweek: [1, 2, 3, 4, 5],
    publicHolidays: () => ["2027-10-11" as CivilDate],
    closed: [{ from: "2027-10-14" as CivilDate, to: "2027-10-15" as CivilDate }],
    worked: ["2027-10-09", "2027-10-11", "2027-10-15"].map((day) => ({
      from: day as CivilDate,
      to: day as CivilDate,
    })),
  });
  const worked = Array.from({ length: 9 }, (_, index) => toEpochDay("2027-10-08" as CivilDate) + index)
    .filter((day) => calendar.isBusinessDay(day))
    .map((day) => fromEpochDay(day).slice(8));
  expect(worked).toEqual(["08", "09", "11", "12", "13", "15"]);
});
