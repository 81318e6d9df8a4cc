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
  type WorkCalendar,
} from "../../../core/calendar/index.ts";
import { publicHolidaysOf } from "../../../core/holidays/index.ts";

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
    ["2026-12-20", "0d", "2026-12-20", "zero stays, even on a Sunday"],
    ["2026-12-20", "-1bd", "2026-12-18", "counts from a Sunday"],
    ["2026-04-07", "-1bd", "2026-04-02", "back over Easter"],
  ])("%s %s is %s: %s", (anchor, offset, expected) => {
    const quantity = parseOffset(offset) ?? expect.unreachable(offset);
    expect(fromEpochDay(dueDateOf(day(anchor), quantity, zurich))).toBe(expected);
  });
});

describe("addBusinessDays and businessDaysBetween", () => {
  test("a calendar without a business day ends ten years away instead of never", () => {
    const never = createWorkCalendar({ workweek: [], publicHolidays: () => [], closed: [] });
    expect(never.addBusinessDays(0, 1)).toBe(3661);
  });

  /** The definition, day by day, in Temporal: slow and plainly right. */
  function reference(rules: {
    workweek: readonly IsoWeekday[];
    holidays: ReadonlySet<string>;
    closed: readonly [string, string];
  }) {
    const isOpen = (date: Temporal.PlainDate) =>
      rules.workweek.includes(date.dayOfWeek as IsoWeekday) &&
      !rules.holidays.has(date.toString()) &&
      !(rules.closed[0] <= date.toString() && date.toString() <= rules.closed[1]);
    return {
      add(start: string, count: number): string {
        let date = Temporal.PlainDate.from(start);
        for (let left = Math.abs(count); left > 0; ) {
          date = date.add({ days: Math.sign(count) });
          if (isOpen(date)) left -= 1;
        }
        return date.toString();
      },
      between(from: string, to: string): number {
        let count = 0;
        for (
          let date = Temporal.PlainDate.from(from);
          Temporal.PlainDate.compare(date, Temporal.PlainDate.from(to)) < 0;
        ) {
          date = date.add({ days: 1 });
          if (isOpen(date)) count += 1;
        }
        return count;
      },
    };
  }

  const dates = fc.integer({ min: day("2019-12-01"), max: day("2032-03-31") }).map(fromEpochDay);
  const calendars = fc.record({
    workweek: fc.uniqueArray(fc.constantFrom<IsoWeekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }),
    holidays: fc.uniqueArray(dates, { maxLength: 60 }),
    closure: fc.tuple(dates, fc.integer({ min: 0, max: 40 })),
  });

  test("agree with a day-by-day count in Temporal", () => {
    fc.assert(
      fc.property(
        calendars,
        dates,
        fc.integer({ min: -40, max: 40 }),
        ({ workweek, holidays, closure }, start, count) => {
          const [closedFrom, closedDays] = closure;
          const closedTo = fromEpochDay(toEpochDay(closedFrom) + closedDays);
          const fast: WorkCalendar = createWorkCalendar({
            workweek,
            publicHolidays: (year) => holidays.filter((date) => date.startsWith(`${year}-`)),
            closed: [{ from: closedFrom, to: closedTo }],
          });
          const slow = reference({ workweek, holidays: new Set(holidays), closed: [closedFrom, closedTo] });
          const moved = fast.addBusinessDays(toEpochDay(start), count);
          expect(fromEpochDay(moved)).toBe(slow.add(start, count));
          const between = fast.businessDaysBetween(
            Math.min(toEpochDay(start), moved),
            Math.max(toEpochDay(start), moved),
          );
          const [from, to] = [start, fromEpochDay(moved)].sort();
          expect(between).toBe(slow.between(from ?? "", to ?? ""));
        },
      ),
      { numRuns: 500 },
    );
  });
});
