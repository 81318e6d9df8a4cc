import { describe, expect, test } from "vitest";
import { plannerHandbook, plannerProcess } from "../../../site/data/planner-data.ts";
import { planInBrowser } from "../../../site/scripts/plan-in-browser.ts";
import { todayIn } from "../../../site/scripts/today-in.ts";
import { date, shippedFiles } from "../../builders.ts";
import { siteOf } from "../site-of.ts";

const files = shippedFiles();

describe.each(["2026-11-23", "2027-03-19"])("a page made in November, read on %s", (today) => {
  const made = siteOf(files, { today: "2026-11-23" });
  const asMadeToday = siteOf(files, { today });

  test.each([...made.handbook.processes.keys()])("offers for %s what a page made that day offers", (id) => {
    const definition = made.handbook.processes.get(id);
    const subject = asMadeToday.processes.get(id);
    if (!definition || !subject) throw new Error(`There is no process ${id}.`);
    const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
    const { plan, table } = planInBrowser(
      sent(plannerHandbook(made)),
      sent(plannerProcess(definition, made)),
      { today: date(today), answers: new Map() },
    );
    const page = asMadeToday.pageOf(subject);
    expect(table).toEqual(sent(page.dates));
    expect(plan.anchorDate).toBe(page.start.date);
  });
});

test.each([
  ["a page made today", "2026-11-23", "2031-08-01"],
  ["a page made a year ago", "2027-11-23", "2032-01-01"],
])(
  "%s knows the holidays of five years on, after which a date is said to be far away",
  (_what, today, day) => {
    const made = siteOf(files, { today: "2026-11-23" });
    const subject = made.handbook.processes.get("publish-blog-post");
    if (!subject) throw new Error("There is no blog post.");
    const warningsFor = (anchorDate: string) =>
      planInBrowser(plannerHandbook(made), plannerProcess(subject, made), {
        today: date(today),
        anchorDate: date(anchorDate),
        answers: new Map(),
      }).plan.warnings.map(({ id }) => id);
    expect(warningsFor(day)).toContain("non-business-anchor");
    expect(warningsFor(`${Number(today.slice(0, 4)) + 5}-12-28`)).toContain("far-away");
  },
);

test.each([
  ["Europe/Zurich", "2027-03-18T23:30:00Z", "2027-03-19"],
  ["America/New_York", "2027-03-19T03:30:00Z", "2027-03-18"],
  ["Not/A_zone", "2027-03-19T03:30:00Z", undefined],
])("the day in %s at %s is %s, whatever zone the reader is in", (zone, now, day) => {
  expect(todayIn(zone, new Date(now))).toBe(day);
});
