import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import type { RunsFile } from "../../../core/metrics/index.ts";
import { homePage } from "../../../site/data/home-page.ts";
import { roleNow } from "../../../site/data/role-now.ts";
import { workCalendars } from "../../../site/data/work-calendars.ts";
import { workLists } from "../../../site/data/work-lists.ts";
import { machineFiles } from "../../../site/machine/machine-files.ts";
import { shippedFiles } from "../../builders.ts";
import { siteOf } from "../site-of.ts";

const runs = JSON.parse(readFileSync("test/site/cases/runs.json", "utf8")) as RunsFile;
const site = siteOf(shippedFiles(), { runs });
const hidden = siteOf(shippedFiles(), { runs, shows: { people: false, absences: false, runs: true } });
const withoutRuns = siteOf(shippedFiles(), { runs, shows: { people: true, absences: true, runs: false } });

/** The calendar file under a path; nothing where there is none. */
const fileAt = (path: string, of = site) =>
  [...machineFiles(of)].flatMap((file) => (file.paths.includes(path) ? [...file.files()] : []))[0]?.text;
const eventsAt = (path: string) =>
  new ICAL.Component(ICAL.parse(fileAt(path) ?? ""))
    .getAllSubcomponents("vevent")
    .map((event) => new ICAL.Event(event));

test("my week has what is late first, and what waits for others last, with whom it waits for", () => {
  // The sample does not say what waits for what; here each step waits for the one before it.
  const inOrder = runs.runs.map((run) => ({
    ...run,
    tasks: run.tasks.map((task, index) => ({
      ...task,
      dependsOn: run.tasks.slice(Math.max(0, index - 1), index).map(({ step }) => step),
    })),
  }));
  const { week } = workLists(
    { login: "demo-jonas" },
    siteOf(shippedFiles(), { runs: { ...runs, runs: inOrder } }),
  );
  expect(
    week.map(({ title, tasks }) => [title, tasks.map(({ text, waitsFor }) => [text, waitsFor])]),
  ).toEqual([
    ["Late", [["Write the draft", []]]],
    ["Waiting for others", [["Publish and check the live page", ["“Write the draft” (demo-jonas)"]]]],
  ]);
});

test("what was done lately says when it was done, not when it was due", () => {
  const late = runs.runs.map((run) => ({
    ...run,
    tasks: run.tasks.map((task) => (task.endedAt ? { ...task, endedAt: "2026-11-19T12:00:00Z" } : task)),
  }));
  const { beside } = workLists(
    { login: "demo-ines" },
    siteOf(shippedFiles(), { runs: { ...runs, runs: late } }),
  );
  const done = beside.find(({ title }) => title === "Done in the last two weeks");
  expect(done?.tasks.map(({ dateText }) => dateText)).toContain("Thu 19 Nov");
  expect(new Set(done?.tasks.map(({ date }) => date))).toEqual(new Set(["2026-11-19"]));
});

test.each([
  ["people/demo-jonas/work.ics", "demo-jonas: open work"],
  ["roles/blog-author/work.ics", "Blog author: open work"],
])("%s can be subscribed to, and holds what the page says is to be done", (path, name) => {
  const calendar = workCalendars(site).find((one) => one.path === path);
  const events = eventsAt(path);
  expect(calendar?.title).toBe(name);
  expect(events.length).toBeGreaterThan(0);
  expect(events.map(({ startDate }) => startDate.toString())).toEqual(
    calendar?.tasks().map(({ task }) => task.dueDate),
  );
  expect(fileAt(path)).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n");
});

test("a run has a calendar of its open steps while it goes on, each once", () => {
  const [running, completed] = runs.runs;
  const events = eventsAt(`runs/${running?.issue.number}.ics`);
  const open = running?.tasks.filter(({ status }) => status === "ready" || status === "planned") ?? [];
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(open.length);
  expect(events[0]?.summary).toContain(running?.title);
  expect(fileAt(`runs/${completed?.issue.number}.ics`)).toBeUndefined();
});

test("an event keeps its name when its date moves", () => {
  const [run] = runs.runs;
  if (run === undefined) throw new Error("The sample has no run.");
  const tasks = run.tasks.map((task) => ({ ...task, dueDate: run.anchorDate }));
  const moved = siteOf(shippedFiles(), { runs: { ...runs, runs: [{ ...run, tasks }] } });
  const uids = (text = "") => text.match(/^UID:.*/gm)?.toSorted();
  const path = `runs/${run.issue.number}.ics`;
  expect(uids(fileAt(path, moved))).toEqual(uids(fileAt(path)));
});

test("where people are not shown no calendar is theirs, and none names them", () => {
  const paths = workCalendars(hidden).map(({ path }) => path);
  expect(paths.filter((path) => path.startsWith("people/"))).toEqual([]);
  for (const path of paths) expect(fileAt(path, hidden)).not.toContain("demo-");
  expect(homePage(hidden).me?.people).toEqual([]);
});

test("where runs are not shown there is no week, no calendar and no open work of a role", () => {
  expect(workCalendars(withoutRuns)).toEqual([]);
  expect(homePage(withoutRuns).me).toBeUndefined();
  for (const page of withoutRuns.rolePages().values())
    expect(roleNow(page, withoutRuns).work).toBeUndefined();
});
