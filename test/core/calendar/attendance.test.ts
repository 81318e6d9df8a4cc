import { describe, expect, test } from "vitest";
import {
  type CivilDate,
  createAttendance,
  createWorkCalendar,
  isAbsent,
  parseDateRange,
  toEpochDay,
} from "../../../core/calendar/index.ts";

const day = (text: string) => toEpochDay(text as CivilDate);
const holidays = (...dates: string[]) =>
  createWorkCalendar({
    workweek: [1, 2, 3, 4, 5],
    publicHolidays: (year) => dates.filter((text) => text.startsWith(String(year))) as CivilDate[],
    closed: [],
  });

/** The team rests on 14 May; Ines has a calendar of her own, in which that day is worked and 25 May is not; Tom is away that week. */
const attendance = createAttendance({
  team: holidays("2026-05-14"),
  absences: new Map([
    ["demo-tom", [parseDateRange("2026-05-11..2026-05-17") ?? expect.unreachable()]],
    ["demo-ines", [parseDateRange("2026-05-28") ?? expect.unreachable()]],
  ]),
  ownCalendar: (login) => (login === "demo-ines" ? holidays("2026-05-25") : undefined),
});

describe("who is at work, and who is missing", () => {
  test.each([
    ["a day like any other", "demo-ines", "2026-05-13", true, false],
    ["a holiday of the team that is none of hers", "demo-ines", "2026-05-14", true, false],
    ["a holiday of hers that is none of the team", "demo-ines", "2026-05-25", false, true],
    ["the same, by her login in other letters", "Demo-Ines", "2026-05-25", false, true],
    ["a day she is away", "demo-ines", "2026-05-28", false, true],
    ["a day off for both", "demo-ines", "2026-05-16", false, false],
    ["a holiday of the team, for whoever has the team's calendar", "demo-lena", "2026-05-14", false, false],
    ["a holiday of somebody else", "demo-lena", "2026-05-25", true, false],
    ["a day of an absence", "demo-tom", "2026-05-13", false, true],
    ["a holiday within an absence", "demo-tom", "2026-05-14", false, true],
    ["a name that is a word of the language", "constructor", "2026-05-25", true, false],
  ])("%s: %s on %s", (_what, login, date, isAtWork, isAway) => {
    expect(attendance.isAtWork(login, day(date))).toBe(isAtWork);
    expect(attendance.isAway(login, day(date))).toBe(isAway);
  });

  test("business days are counted by the calendar of each", () => {
    const due = day("2026-05-29");
    const fourDaysBefore = (login: string) => attendance.calendarOf(login).addBusinessDays(due, -4);
    expect(fourDaysBefore("demo-ines")).toBe(day("2026-05-21"));
    expect(fourDaysBefore("demo-lena")).toBe(day("2026-05-25"));
  });
});

test.each([
  ["due on a holiday of hers", "2026-05-25", "2026-05-25", true],
  ["due the day after one", "2026-05-25", "2026-05-26", false],
  ["due on a holiday of the team alone", "2026-05-14", "2026-05-14", false],
])("a step %s counts her as absent or not", (_what, from, due, isMissing) => {
  expect(isAbsent("demo-ines", day(from), day(due), attendance)).toBe(isMissing);
});
