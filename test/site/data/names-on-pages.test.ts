import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { RunsFile } from "../../../core/metrics/index.ts";
import { calendarPage } from "../../../site/data/calendar-page.ts";
import { dashboardPage } from "../../../site/data/dashboard-page.ts";
import { homePage } from "../../../site/data/home-page.ts";
import { personPage } from "../../../site/data/person-page.ts";
import { plannerHandbook, plannerProcess } from "../../../site/data/planner-data.ts";
import { workCalendars } from "../../../site/data/work-calendars.ts";
import { roleMarkdown } from "../../../site/machine/role-markdown.ts";
import { planInBrowser } from "../../../site/scripts/plan-in-browser.ts";
import { date, shippedFiles } from "../../builders.ts";
import { siteOf } from "../site-of.ts";

const runs = JSON.parse(readFileSync("test/site/cases/runs.json", "utf8")) as RunsFile;
const people =
  "demo-jonas: { name: Jonas Wyss, calendar: { country: DE, region: BE } }\ndemo-lena: { name: Lena Moor }\n";
const files = new Map([...shippedFiles(), ["people.yml", people]]);
const site = siteOf(files, { runs });

describe("a person who has a name in people.yml is called by it", () => {
  test.each([
    ["on their own page", () => personPage("demo-jonas", site).name],
    ["as a deputy on the page of somebody else", () => personPage("demo-jonas", site).deputies],
    ["on the page of a role", () => site.rolePages().get("blog-author")?.people],
    [
      "in the Markdown of that page",
      () => roleMarkdown(site.rolePages().get("blog-author") ?? expect.unreachable()),
    ],
    ["on the home page", () => homePage(site).me?.people],
    ["in the calendar and its filters", () => [calendarPage(site).people, calendarPage(site).filters]],
    ["on the dashboard", () => dashboardPage(site).awaited?.map(({ name }) => name)],
    ["in the title of a calendar to subscribe to", () => workCalendars(site).map(({ title }) => title)],
    [
      "in the plan on a page",
      () => site.pageOf(site.processes.get("publish-blog-post") ?? expect.unreachable()).dates,
    ],
  ])("%s", (_where, shown) => {
    expect(JSON.stringify(shown())).toMatch(/Jonas Wyss|Lena Moor/);
  });

  test("and by the login where people are shown to nobody", () => {
    const hidden = siteOf(files, { runs, shows: { people: false, absences: false, runs: true } });
    expect(hidden.nameOf("demo-jonas")).toBe("demo-jonas");
    expect(JSON.stringify(plannerHandbook(hidden))).not.toMatch(/Jonas|demo-jonas|ownCalendars":\[\[/);
  });
});

test("the planner in the browser gives a step on somebody's own holiday to who stands in", () => {
  const subject = site.processes.get("publish-blog-post") ?? expect.unreachable();
  const sent = (value: unknown) => JSON.parse(JSON.stringify(value));
  const planned = (anchor: string) =>
    planInBrowser(sent(plannerHandbook(site)), sent(plannerProcess(subject.definition, site)), {
      today: site.today,
      anchorDate: date(anchor),
      answers: new Map(),
    }).table.rows.find(({ task }) => task === "publish")?.people;
  // 8 March is a holiday in Berlin, and in Zurich it is not.
  expect(planned("2027-03-08")).toEqual(["Lena Moor"]);
  expect(planned("2027-03-09")).toEqual(["Jonas Wyss"]);
});
