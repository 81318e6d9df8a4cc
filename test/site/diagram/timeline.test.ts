import { expect, test } from "vitest";
import { timelineOf } from "../../../site/diagram/timeline.ts";
import { date } from "../../builders.ts";

const barsOf = (...tasks: readonly (readonly [plannedStart: string, dueDate: string])[]) =>
  timelineOf(
    tasks.map(([plannedStart, dueDate]) => ({ plannedStart: date(plannedStart), dueDate: date(dueDate) })),
    date("2026-11-30"),
  ).bars;

test.each([
  ["a step of one day has that day alone", ["2026-11-25", "2026-11-26"], { x: 0, width: 20 }],
  ["a step of three days has three", ["2026-11-25", "2026-11-28"], { x: 0, width: 60 }],
  ["a checkpoint has its day", ["2026-11-26", "2026-11-26"], { x: 0, width: 20 }],
] as const)("%s", (_what, days, bar) => {
  expect(barsOf(days)).toEqual([bar]);
});
