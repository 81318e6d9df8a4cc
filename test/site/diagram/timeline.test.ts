import { describe, expect, test } from "vitest";
import { createWorkCalendar } from "../../../core/calendar/index.ts";
import { timelineOf } from "../../../site/diagram/timeline.ts";
import { date } from "../../builders.ts";

const calendarWith = (...closed: readonly (readonly [from: string, to: string])[]) =>
  createWorkCalendar({
    workweek: [1, 2, 3, 4, 5],
    publicHolidays: () => [],
    closed: closed.map(([from, to]) => ({ from: date(from), to: date(to) })),
  });

const timelineFrom = (
  tasks: readonly (readonly [plannedStart: string, dueDate: string])[],
  anchor: string,
  calendar = calendarWith(),
) =>
  timelineOf(
    tasks.map(([plannedStart, dueDate]) => ({ plannedStart: date(plannedStart), dueDate: date(dueDate) })),
    date(anchor),
    calendar,
  );

test.each([
  ["a step of one day has that day alone", ["2026-11-25", "2026-11-26"], { x: 0, width: 20 }],
  ["a step of three days has three", ["2026-11-25", "2026-11-28"], { x: 0, width: 60 }],
  ["a checkpoint has its day", ["2026-11-26", "2026-11-26"], { x: 0, width: 20 }],
] as const)("%s", (_what, days, bar) => {
  expect(timelineFrom([days], "2026-11-30").bars).toEqual([bar]);
});

test("a step of one day after a closure has that day alone, and the closure is shown", () => {
  const { bars, closed } = timelineFrom(
    [
      ["2026-12-21", "2026-12-22"],
      ["2026-12-23", "2027-01-04"],
    ],
    "2026-12-31",
    calendarWith(["2026-12-24", "2027-01-02"]),
  );
  // From Tuesday 22 December to Monday 4 January are fourteen days.
  expect(bars).toEqual([
    { x: 0, width: 7 },
    { x: 93, width: 7 },
  ]);
  expect(closed).toEqual([{ x: 14.3, width: 78.6 }]);
});

describe("days off", () => {
  test("of weeks are shown", () => {
    expect(timelineFrom([["2026-11-27", "2026-12-11"]], "2026-12-13").closed).toEqual([
      { x: 35.7, width: 14.3 },
      { x: 85.7, width: 14.3 },
    ]);
  });

  test("of a year are shown where they are long enough to be seen", () => {
    const { closed } = timelineFrom(
      [["2026-07-01", "2027-06-30"]],
      "2027-06-30",
      calendarWith(["2026-12-24", "2027-01-03"]),
    );
    expect(closed).toEqual([{ x: 48.1, width: 3 }]);
  });
});
