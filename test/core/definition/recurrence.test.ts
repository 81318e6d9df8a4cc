import { RRuleTemporal } from "rrule-temporal";
import { describe, expect, test } from "vitest";
import { isRecurrence } from "../../../core/definition/recurrence.ts";
import { Temporal } from "../../../core/temporal.ts";

describe("a recurrence of days", () => {
  test.each([
    "FREQ=WEEKLY;BYDAY=MO",
    "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=10;COUNT=5",
    "FREQ=MONTHLY;BYDAY=1MO",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=YEARLY;BYMONTH=2,3;BYMONTHDAY=30",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-29",
    "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=1,15",
    "FREQ=WEEKLY;WKST=SU;UNTIL=20271231",
    "FREQ=WEEKLY;UNTIL=20280229T170000Z",
  ])("%s is one, and gives days", (rule) => {
    expect(isRecurrence(rule)).toBe(true);
    const text = `DTSTART:20240101T000000Z\nRRULE:${rule.replace("RRULE:", "")}`;
    const from = Temporal.ZonedDateTime.from("2024-01-01T00:00[UTC]");
    expect(
      new RRuleTemporal({ rruleString: text }).between(from, from.add({ years: 5 }), true).length,
    ).toBeGreaterThan(0);
  });

  test.each([
    ["", "nothing"],
    ["FREQ=HOURLY", "hours"],
    ["FREQ=weekly", "small letters"],
    ["BYDAY=MO", "how often is not said"],
    ["FREQ=WEEKLY;BYDAY=", "no day"],
    ["FREQ=WEEKLY;BYDAY=XX", "no such day"],
    ["FREQ=WEEKLY;BYDAY=1MO", "the first Monday of a week"],
    ["FREQ=DAILY;BYDAY=-1FR", "the last Friday of a day"],
    ["FREQ=MONTHLY;BYDAY=6MO", "a sixth Monday"],
    ["FREQ=MONTHLY;BYMONTHDAY=32", "a day no month has"],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "30 February"],
    ["FREQ=YEARLY;BYMONTH=4,6;BYMONTHDAY=31,-31", "31 April and June"],
    ["FREQ=YEARLY;BYMONTH=13", "a thirteenth month"],
    ["FREQ=WEEKLY;INTERVAL=0", "every no weeks"],
    ["FREQ=WEEKLY;INTERVAL=1000", "every thousand weeks"],
    ["FREQ=WEEKLY;COUNT=0", "never"],
    ["FREQ=WEEKLY;UNTIL=20270230", "an end that is no day"],
    ["FREQ=WEEKLY;UNTIL=2027-12-31", "an end with dashes"],
    ["FREQ=WEEKLY;COUNT=3;UNTIL=20271231", "two ends"],
    ["FREQ=WEEKLY;FREQ=DAILY", "the same key twice"],
    ["FREQ=WEEKLY;", "an empty part"],
    ["FREQ=WEEKLY;BYHOUR=9", "an hour"],
    ["FREQ=WEEKLY;BYDAY=MO=TU", "two signs of equality"],
    ["xFREQ=WEEKLY", "something before"],
    ["FREQ=WEEKLYx", "something behind"],
  ])("%s is none: %s", (rule) => {
    expect(isRecurrence(rule)).toBe(false);
  });
});
