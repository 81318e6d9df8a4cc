import { describe, expect, test } from "vitest";
import {
  type CivilDate,
  createAttendance,
  createWorkCalendar,
  isAbsent,
  parseDateRange,
  toEpochDay,
} from "../../../core/calendar/index.ts";

const calendar = createWorkCalendar({ workweek: [1, 2, 3, 4, 5], publicHolidays: () => [], closed: [] });
const day = (text: string) => toEpochDay(text as CivilDate);
const awayOn = (...ranges: string[]) =>
  createAttendance({
    team: calendar,
    absences: new Map([["demo-ines", ranges.map(rangeOf)]]),
    ownCalendar: () => undefined,
  });
const rangeOf = (text: string) => parseDateRange(text) ?? expect.unreachable(text);

describe("somebody counts as absent", () => {
  test.each([
    ["away on the due date", ["2026-12-11"], "2026-12-07", "2026-12-11", true],
    [
      "back on the due date, away less than half",
      ["2026-12-07..2026-12-08"],
      "2026-12-07",
      "2026-12-11",
      false,
    ],
    ["away for more than half", ["2026-12-07..2026-12-09"], "2026-12-07", "2026-12-11", true],
    ["away for exactly half", ["2026-12-07..2026-12-08"], "2026-12-07", "2026-12-10", false],
    ["away on the week-end between", ["2026-12-12..2026-12-13"], "2026-12-10", "2026-12-14", false],
    ["away in two stretches", ["2026-12-07", "2026-12-09..2026-12-10"], "2026-12-07", "2026-12-11", true],
    ["away before it begins", ["2026-12-01..2026-12-04"], "2026-12-07", "2026-12-11", false],
    ["away after it is due", ["2026-12-14..2026-12-18"], "2026-12-07", "2026-12-11", false],
    ["away on the only day, no business day", ["2026-12-13"], "2026-12-13", "2026-12-13", true],
    ["no business day between", ["2026-12-01"], "2026-12-12", "2026-12-13", false],
  ] as const)("%s: %j from %s to %s is %s", (_what, ranges, from, due, expected) => {
    expect(isAbsent("demo-ines", day(from), day(due), awayOn(...ranges))).toBe(expected);
  });

  test("by a name in any letters, and never without an entry", () => {
    const attendance = awayOn("2026-12-11");
    expect(isAbsent("Demo-Ines", day("2026-12-11"), day("2026-12-11"), attendance)).toBe(true);
    expect(isAbsent("demo-tom", day("2026-12-11"), day("2026-12-11"), attendance)).toBe(false);
  });
});
