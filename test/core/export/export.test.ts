import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { createWorkCalendar, parseQuantity, type Quantity } from "../../../core/calendar/index.ts";
import { type CalendarOptions, planAsCsv, planAsIcs } from "../../../core/export/index.ts";
import type { RunPlan } from "../../../core/plan/index.ts";
import { date, planOf, processOf } from "../../builders.ts";
import { csvRows } from "./csv-rows.ts";

const plan = planOf(
  processOf(`anchor: Day
steps:
  - { id: draft, title: Write the draft, role: author, due: 0d }`),
  { anchorDate: date("2028-02-29") },
);
const titled = (title: string): RunPlan => ({
  ...plan,
  tasks: plan.tasks.map((task) => ({ ...task, title })),
});
const options: CalendarOptions = {
  title: "Post",
  reminders: [],
  dayStart: "09:00",
  dueTime: "17:00",
  today: date("2028-02-01"),
  nameOf: (login) => login,
  calendar: createWorkCalendar({ workweek: [1, 2, 3, 4, 5], publicHolidays: () => [], closed: [] }),
};
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));

const anyText = fc.string({ unit: "binary", maxLength: 120 });

describe("a calendar file", () => {
  test("gives any title back, whatever stands in it, in lines of at most 75 octets", () => {
    fc.assert(
      fc.property(anyText, (title) => {
        const text = planAsIcs(titled(title), options);
        const shown = title.replace(/\r\n?|\u2028|\u2029/g, "\n").replace(/(?!\n)\p{Cc}/gu, "");
        expect(eventsOf(text).map(({ summary }) => summary)).toEqual([`${shown} (Post)`]);
        for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    "BEGIN:VALARM\r\nACTION:AUDIO",
    "a\nEND:VEVENT\nBEGIN:VEVENT",
    "\\",
    "a\\nb",
    "\\;,",
    "\u0085x",
    "🎉".repeat(60),
  ])("holds one event, whatever its title: %j", (title) => {
    expect(eventsOf(planAsIcs(titled(title), options))).toHaveLength(1);
  });

  test.each([
    ["24h", "17:00", "2028-02-28T17:00:00"],
    ["48h", "17:00", "2028-02-25T17:00:00"],
    ["65h", "17:00", "2028-02-25T17:00:00"],
    ["96h", "17:00", "2028-02-25T17:00:00"],
    ["1h", "17:00", "2028-02-29T16:00:00"],
    ["17h", "17:00", "2028-02-29T00:00:00"],
    ["1d", "08:30", "2028-02-28T09:00:00"],
    ["2d", "08:30", "2028-02-25T09:00:00"],
    ["2bd", "08:30", "2028-02-25T09:00:00"],
    ["0bd", "00:00", "2028-02-29T09:00:00"],
  ])("reminds %s before %s of a leap day at %s", (reminder, dueTime, moment) => {
    const reminders = [parseQuantity(reminder, ["h", "d", "bd"]) as Quantity];
    const [event] = eventsOf(planAsIcs(plan, { ...options, reminders, dueTime }));
    const alarm = event?.component.getFirstSubcomponent("valarm");
    const at = event?.startDate.clone();
    if (!at) expect.unreachable();
    at.isDate = false;
    at.addDuration(alarm?.getFirstPropertyValue("trigger") as ICAL.Duration);
    expect(at.toString()).toBe(moment);
  });

  test("rings once where two alarms move to the same moment, and never on a day off", () => {
    const reminders = ["72h", "48h", "1h"].map((text) => parseQuantity(text, ["h"]) as Quantity);
    const onSunday = { ...plan, tasks: plan.tasks.map((task) => ({ ...task, dueDate: date("2028-02-27") })) };
    const triggers = (subject: RunPlan) =>
      [...planAsIcs(subject, { ...options, reminders }).matchAll(/^TRIGGER:(.*)\r$/gm)].map(
        ([, text]) => text,
      );
    expect(triggers(plan)).toEqual(["-PT4740M", "PT960M"]);
    expect(triggers(onSunday)).toEqual(["-PT3300M", "-PT1860M"]);
  });

  test("ends the event of the last day of a year in the next", () => {
    const atYearEnd = {
      ...plan,
      tasks: plan.tasks.map((task) => ({ ...task, dueDate: date("2027-12-31") })),
    };
    expect(eventsOf(planAsIcs(atYearEnd, options))[0]?.endDate.toString()).toBe("2028-01-01");
  });

  test("without tasks is still a calendar", () => {
    expect(eventsOf(planAsIcs({ ...plan, tasks: [] }, options))).toEqual([]);
  });

  test("leads to the step's place on its page, for a child process to the step that starts it", () => {
    const child = { ...plan, tasks: plan.tasks.map((task) => ({ ...task, step: "post/draft" })) };
    const urlOf = (subject: RunPlan, url?: string) =>
      eventsOf(planAsIcs(subject, { ...options, url }))[0]?.component.getFirstPropertyValue("url");
    expect(urlOf(plan, "https://example.org/p/")).toBe("https://example.org/p/#draft");
    expect(urlOf(child, "https://example.org/p/")).toBe("https://example.org/p/#post");
    expect(urlOf(plan)).toBeNull();
  });
});

describe("a table for a spreadsheet", () => {
  test("gives any title back, with an apostrophe before what would be a formula", () => {
    fc.assert(
      fc.property(anyText, (title) => {
        const [head, row, ...rest] = csvRows(planAsCsv(titled(title)));
        const shown = /^[=+\-@\t\r\n＝＋－＠]/.test(title) ? `'${title}` : title;
        expect(row?.[1]).toBe(shown);
        expect(row).toHaveLength(head?.length ?? 0);
        expect(rest).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["=1+1", "'=1+1"],
    ['=HYPERLINK("https://example.org","x")', '"\'=HYPERLINK(""https://example.org"",""x"")"'],
    ["+41 44", "'+41 44"],
    ["-2+3", "'-2+3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝1+1", "'＝1+1"],
    ["\t=1", "'\t=1"],
    ["1=1", "1=1"],
    ['a "b", c', '"a ""b"", c"'],
  ])("writes %j as %j", (title, cell) => {
    expect(planAsCsv(titled(title)).split("\r\n")[1]).toContain(`draft,${cell},task`);
  });
});
