import { expect, test } from "vitest";
import { smallHandbook, smallRun } from "./small-handbook.ts";

const begin = (anchorDate: string) =>
  smallRun(smallHandbook(["id: draft, title: Draft, role: author, due: 0d"]), { anchorDate });

test.each([
  ["9999-12-31", "Friday 31 December 9999 is too far away to be meant. Please look at the year."],
  ["2077-01-01", "Friday 1 January 2077 is too far away to be meant. Please look at the year."],
])("a start form with the date %s is answered with a word, and nothing is made", (anchorDate, words) => {
  const run = begin(anchorDate);
  expect(run.said(1).join("\n")).toContain(words);
  expect(run.observed.steps).toEqual([]);
});

test("fifty years on somebody may plan", () => {
  const run = begin("2076-12-31");
  expect(run.said(1).join("\n")).not.toContain("too far away to be meant");
});
