import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { RunsFile } from "../../../core/metrics/index.ts";
import { siteText } from "../../../core/text/index.ts";
import { areaPage } from "../../../site/data/area-page.ts";
import { calendarPage } from "../../../site/data/calendar-page.ts";
import { dashboardPage } from "../../../site/data/dashboard-page.ts";
import { sweepNote } from "../../../site/data/sweep-note.ts";
import { shippedFiles } from "../../builders.ts";
import { siteOf } from "../site-of.ts";

const runs = JSON.parse(readFileSync("test/site/cases/runs.json", "utf8")) as RunsFile;
const site = siteOf(shippedFiles(), { runs });

test("the calendar shows late steps first, then week by week", () => {
  const { weeks, total } = calendarPage(site);
  expect(total.n).toBe(4);
  expect(weeks.map(({ title, tasks }) => [title, tasks.map((task) => task.title)])).toEqual([
    ["Late", ["Write the draft"]],
    ["This week", ["Make the images", "Prepare the social posts"]],
    ["Mon 30 Nov to Sun 6 Dec", ["Publish and check the live page"]],
  ]);
});

test("of the calendar what is late and due this week stands open, and it can be narrowed", () => {
  const { weeks, filters } = calendarPage(site);
  expect(weeks.map(({ isFolded }) => isFolded)).toEqual([false, false, true]);
  expect(filters.people.map(([login]) => login)).toEqual(["demo-jonas", "demo-mira", "demo-paul"]);
  expect(filters.processes).toEqual([["publish-blog-post", "Publish a blog post"]]);
  expect(filters.roles).toContainEqual(["blog-author", "Blog author"]);
});

test("where nothing is late or due this week, what comes first stands open", () => {
  const later = siteOf(shippedFiles(), { runs, today: "2026-10-12" });
  const [first, ...others] = calendarPage(later).weeks;
  expect([first?.isFolded, new Set(others.map(({ isFolded }) => isFolded))]).toEqual([
    false,
    new Set([true]),
  ]);
});

test("the calendar shows each person their steps", () => {
  expect(calendarPage(site).people.map(({ title, tasks }) => [title, tasks.length])).toEqual([
    ["demo-jonas", 2],
    ["demo-mira", 1],
    ["demo-paul", 1],
  ]);
});

test.each([
  ["its issue", {}, "publish-blog-post", /\/issues\/\d+$/],
  ["the step in the handbook while it has none", { issue: undefined }, "publish-blog-post", /#\w+$/],
  [
    "the page of the run when the handbook has the process no longer",
    { issue: undefined },
    "gone",
    /^\/runs\/\d+\/$/,
  ],
])("a line of the calendar leads to %s", (_where, bent, process, address) => {
  const bentRuns = runs.runs.map((run) => ({
    ...run,
    process,
    tasks: run.tasks.map((task) => ({ ...task, ...bent })),
  }));
  const page = calendarPage(siteOf(shippedFiles(), { runs: { ...runs, runs: bentRuns } }));
  for (const { href } of page.weeks.flatMap(({ tasks }) => tasks)) expect(href).toMatch(address);
});

test("steps that ended late are not late now: the list of what runs counts others than that of past runs", () => {
  const ended = runs.runs.map((run) => ({
    ...run,
    outcome: "running" as const,
    tasks: run.tasks.filter(({ status }) => status === "done"),
  }));
  const page = dashboardPage(siteOf(shippedFiles(), { runs: { ...runs, runs: ended } }));
  expect(page.lateNow.n).toBe(0);
  const lines = page.running.flatMap((group) => group.runs);
  expect(lines.reduce((sum, { late }) => sum + late.n, 0)).toBeGreaterThan(0);
  expect(lines.map(({ lateNow }) => lateNow.n)).toEqual(lines.map(() => 0));
});

test("what waits behind a late step is held up, not late", () => {
  const inOrder = runs.runs.map((run) => ({
    ...run,
    tasks: run.tasks.map((task, index) => ({
      ...task,
      dependsOn: run.tasks.slice(Math.max(0, index - 1), index).map(({ step }) => step),
    })),
  }));
  const group = (today: string, wanted: string) =>
    calendarPage(siteOf(shippedFiles(), { runs: { ...runs, runs: inOrder }, today })).weeks.find(
      ({ id }) => id === wanted,
    )?.tasks.length;
  expect([group("2026-11-20", "late"), group("2026-11-20", "held-up")]).toEqual([undefined, undefined]);
  expect([group("2026-11-24", "late"), group("2026-11-24", "held-up")]).toEqual([1, 3]);
});

test("the page of an area tells its processes, its roles and what runs", () => {
  const page = areaPage("content", site);
  expect(page.title).toBe("Content");
  expect(page.lead).toBe("3 processes, and 8 roles with a part in them.");
  expect(page.processes.map(({ text, owner, steps }) => [text, owner.text, steps])).toEqual([
    ["Publish a blog post", "Content strategist", 8],
    ["Run the social channels for a week", "Social media manager", 6],
    ["Send the weekly newsletter", "E-mail marketer", 4],
  ]);
  expect(page.running.map(({ title }) => title)).toEqual(["Publish a blog post: Spring fair checklist"]);
  expect(areaPage("nowhere", site)).toMatchObject({
    title: "nowhere",
    processes: [],
    roles: [],
    running: [],
  });
});

test("the dashboard shows what was counted, late open steps among it", () => {
  const page = dashboardPage(site);
  expect(page).toMatchObject({
    runningCount: { n: 1 },
    completed: { n: 1 },
    lateNow: { n: 1 },
    onTime: { part: 8, n: 13 },
  });
  expect(page.slowSteps.map(({ title, slip, late }) => [title, slip.value, late.n])).toEqual([
    ["Write the draft", 2, 2],
    ["Publish and check the live page", 1, 1],
    ["Write the outline", 0, 1],
    ["Approve the outline", 0, 1],
  ]);
  expect(page.processes).toMatchObject([
    { runs: { n: 2 }, planned: { value: 23, n: 1 }, actual: { value: 24, n: 1 } },
  ]);
});

test("without runs both are empty", () => {
  const empty = siteOf(shippedFiles());
  expect(calendarPage(empty)).toMatchObject({ weeks: [], people: [], total: { n: 0 } });
  expect(dashboardPage(empty)).toMatchObject({
    running: [],
    slowSteps: [],
    processes: [],
    onTime: { value: undefined, n: 0 },
  });
});

test.each([
  [
    "the same day",
    "2026-11-23",
    runs.lastSweepAt,
    false,
    /last looked at every run on Monday 23 November 2026/,
  ],
  ["a day later", "2026-11-24", runs.lastSweepAt, false, /last looked/],
  ["two days later", "2026-11-25", runs.lastSweepAt, true, /silent for 2 days/],
  ["when it never looked", "2026-11-23", undefined, true, /has never looked/],
])("%s the bot's silence is told", (_when, today, lastSweepAt, isOld, words) => {
  const note = sweepNote(siteOf(shippedFiles(), { runs: { ...runs, lastSweepAt }, today }));
  expect(note?.isOld).toBe(isOld);
  expect(note?.text).toMatch(words);
  expect(note?.text).toContain("written on Monday 23 November 2026");
});

test("without a record of runs nothing is said about the bot", () => {
  expect(sweepNote(siteOf(shippedFiles()))).toBeUndefined();
});

test.each([
  ["running", 16, "16 business days so far"],
  ["completed", 1, "1 business day"],
  ["cancelled", 3, "3 business days"],
] as const)("a %s run of %i business days took %s", (outcome, days, text) => {
  expect(siteText.runs.length(days, outcome)).toBe(text);
});

/** Runs that have ended, each of a revision, in which the first step entered a cost and a few words. */
function enteredRuns(...costs: readonly (readonly [revision: string, cost: string])[]): RunsFile {
  const [first] = runs.runs;
  if (!first) throw new Error("There is no run.");
  const ended = costs.map(([revision, cost], index) => ({
    ...first,
    revision,
    outcome: "completed" as const,
    issue: { ...first.issue, number: 900 + index },
    tasks: first.tasks.map((task, place) => ({
      ...task,
      ...(place === 0 && {
        collected: [
          { id: "cost", label: "Cost", type: "money" as const, value: cost },
          { id: "words", label: "Words", type: "text" as const, value: "Ask Jonas Frei" },
        ],
      }),
    })),
  }));
  return { ...runs, runs: ended };
}

test("what runs entered is shown a run and a revision, with how many said it", () => {
  const entered = enteredRuns(["aaaaaaaa", "100 CHF"], ["bbbbbbbb", "300 CHF"], ["bbbbbbbb", "7 EUR"]);
  const { entered: lines } = dashboardPage(siteOf(shippedFiles(), { runs: entered }));
  expect(
    lines.map(({ label, revision, figure }) => [
      label,
      revision,
      figure.unit,
      figure.total,
      figure.perRun.n,
      figure.of,
    ]),
  ).toEqual([
    ["Cost", undefined, "CHF", 400, 2, 3],
    ["Cost", "aaaaaaa", "CHF", 100, 1, 1],
    ["Cost", "bbbbbbb", "CHF", 300, 1, 2],
    ["Cost", undefined, "EUR", 7, 1, 3],
    ["Cost", "bbbbbbb", "EUR", 7, 1, 2],
  ]);
});

test.each([
  ["everything is shown", { people: true, absences: true, runs: true }, true, 1],
  ["people are not", { people: false, absences: false, runs: true }, false, 1],
  ["runs are not", { people: true, absences: true, runs: false }, false, 0],
])("where %s, words that may name somebody are as hidden as people are", (_what, shows, hasWords, lines) => {
  const shown = siteOf(shippedFiles(), { runs: enteredRuns(["aaaaaaaa", "100 CHF"]), shows });
  expect(JSON.stringify(shown.runs).includes("Jonas Frei")).toBe(hasWords);
  expect(dashboardPage(shown).entered).toHaveLength(lines);
});
