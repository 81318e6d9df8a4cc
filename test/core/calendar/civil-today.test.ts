import { expect, test } from "vitest";
import { civilToday } from "../../../core/calendar/index.ts";

test.each([
  ["2026-12-18T12:00:00Z", "Europe/Zurich", "2026-12-18", "noon"],
  ["2026-12-17T22:59:59Z", "Europe/Zurich", "2026-12-17", "a second before midnight in winter"],
  ["2026-12-17T23:00:00Z", "Europe/Zurich", "2026-12-18", "midnight in winter"],
  ["2026-07-17T22:00:00Z", "Europe/Zurich", "2026-07-18", "midnight in summer"],
  ["2026-03-29T00:30:00Z", "Europe/Zurich", "2026-03-29", "the night that loses an hour, before it does"],
  ["2026-03-28T23:00:00Z", "Europe/Zurich", "2026-03-29", "midnight of that night, still winter time"],
  ["2026-03-29T22:00:00Z", "Europe/Zurich", "2026-03-30", "the midnight after, in summer time"],
  ["2026-10-24T22:00:00Z", "Europe/Zurich", "2026-10-25", "midnight of the night that has one more hour"],
  ["2026-10-25T22:59:59Z", "Europe/Zurich", "2026-10-25", "the long day's last second"],
  ["2026-10-25T23:00:00Z", "Europe/Zurich", "2026-10-26", "the midnight after, in winter time"],
  ["2026-12-31T23:30:00Z", "Europe/Copenhagen", "2027-01-01", "new year has come in Copenhagen"],
  ["2026-12-31T23:30:00Z", "UTC", "2026-12-31", "but not yet in London"],
  ["2026-12-31T13:00:00+14:00", "Pacific/Kiritimati", "2026-12-31", "with an offset in the text"],
  ["2028-02-29T11:00:00Z", "Pacific/Honolulu", "2028-02-29", "a leap day"],
])("%s in %s is %s: %s", (instant, timeZone, expected) => {
  expect(civilToday(instant, timeZone)).toBe(expected);
});

test("an instant that is none is the caller's mistake", () => {
  expect(() => civilToday("yesterday", "UTC")).toThrow(RangeError);
});
