// @vitest-environment jsdom
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { Temporal } from "../../core/temporal.ts";
import { mermaid } from "../mermaid.ts";
import { handrail, typed } from "./run-handrail.ts";

const webinar =
  "plan hold-webinar --handbook test/fixtures/handbook --anchor 2027-02-12 --set format=recorded";
const print = async (format: string) => (await handrail(typed(`${webinar} --format ${format}`))).out;
const tasks = async () =>
  (JSON.parse(await print("json")) as { tasks: { step: string; title: string; dueDate: string }[] }).tasks;

describe("a plan as a calendar file", () => {
  test("reads as calendar programs read it", async () => {
    await expect(await print("ics")).toMatchFileSnapshot("cases/plan/webinar.ics");
  });

  test("is made of lines that end in CRLF and have at most 75 octets", async () => {
    const lines = (await print("ics")).split("\r\n");
    expect(lines.pop()).toBe("");
    expect(lines.filter((line) => /[\r\n]/.test(line) || new TextEncoder().encode(line).length > 75)).toEqual(
      [],
    );
    expect(lines.some((line) => line.startsWith(" "))).toBe(true);
  });

  test("holds one all-day event a task, on its due date, with an alarm a reminder", async () => {
    const calendar = new ICAL.Component(ICAL.parse(await print("ics")));
    const events = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
    const planned = await tasks();
    expect(events.map(({ startDate }) => startDate.toString())).toEqual(
      planned.map(({ dueDate }) => dueDate),
    );
    expect(events.map(({ summary }) => summary)).toEqual(
      planned.map(({ title }) => `${title} (Hold a webinar)`),
    );
    expect(events.every(({ startDate, duration }) => startDate.isDate && duration.toString() === "P1D")).toBe(
      true,
    );
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(planned.length);
    for (const { component, startDate } of events) {
      for (const name of ["uid", "dtstamp", "dtstart", "dtend", "summary"])
        expect(component.getAllProperties(name)).toHaveLength(1);
      const alarms = component.getAllSubcomponents("valarm");
      expect(alarms.map((alarm) => alarm.getFirstPropertyValue("action"))).toEqual(["DISPLAY", "DISPLAY"]);
      const moments = alarms.map((alarm) => {
        const moment = startDate.clone();
        moment.isDate = false;
        moment.addDuration(alarm.getFirstPropertyValue("trigger") as ICAL.Duration);
        return moment.toString();
      });
      // Two business days before the due date, and one, when the day begins.
      const dayBefore = workdayBefore(startDate.toString());
      expect(moments).toEqual([`${workdayBefore(dayBefore)}T09:00:00`, `${dayBefore}T09:00:00`]);
    }
  });
});

/** The work day before a day of January or February 2027 in Zurich. */
function workdayBefore(day: string): string {
  let date = Temporal.PlainDate.from(day);
  do date = date.subtract({ days: 1 });
  while (date.dayOfWeek > 5 || (date.toString() >= "2026-12-24" && date.toString() <= "2027-01-02"));
  return date.toString();
}

describe("a plan as a table for a spreadsheet", () => {
  test("reads as a spreadsheet reads it", async () => {
    await expect(await print("csv")).toMatchFileSnapshot("cases/plan/webinar.csv");
  });

  test("begins with the mark of UTF-8, and has ISO dates and a row a task", async () => {
    const text = await print("csv");
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.endsWith("\r\n")).toBe(true);
    const planned = await tasks();
    const dates = [...text.matchAll(/,(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d),/g)];
    expect(dates.map(([, , due]) => due)).toEqual(planned.map(({ dueDate }) => dueDate));
  });
});

describe("a plan as a Mermaid gantt chart", () => {
  test("reads as it is drawn", async () => {
    await expect(await print("mermaid")).toMatchFileSnapshot("cases/plan/webinar.mmd");
  });

  test("is understood by Mermaid", async () => {
    await expect(mermaid.parse(await print("mermaid"))).resolves.toMatchObject({ diagramType: "gantt" });
  });
});
