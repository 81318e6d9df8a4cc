import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { settingsFor } from "../../core/definition/index.ts";
import { planAsCsv, planAsIcs, runsAsCsv } from "../../core/export/index.ts";
import { planBasisOf } from "../../core/holidays/index.ts";
import {
  expectedInstead,
  figuresOfRuns,
  isHeldUpTask,
  isLateTask,
  type MeasureFrame,
  measureFrameOf,
  measureRun,
  type RunRecord,
  readRunsFile,
} from "../../core/metrics/index.ts";
import { scheduleRun } from "../../core/plan/index.ts";
import { recordOf } from "../../core/run/index.ts";
import { dayAndMonth, longDate, shortDate } from "../../core/text/format-date.ts";
import { planAsJson } from "../../scripts/reporters/plan-as-json.ts";
import { runsAsMarkdown } from "../../scripts/reporters/runs-as-markdown.ts";
import { calendarChart } from "../../site/data/calendar-chart.ts";
import { calendarPage } from "../../site/data/calendar-page.ts";
import { dashboardPage } from "../../site/data/dashboard-page.ts";
import { homePage } from "../../site/data/home-page.ts";
import { peopleOf, personPage } from "../../site/data/person-page.ts";
import { plannerHandbook, plannerProcess } from "../../site/data/planner-data.ts";
import type { Site } from "../../site/data/site.ts";
import type { WorkTask } from "../../site/data/work-lists.ts";
import { planInBrowser } from "../../site/scripts/plan-in-browser.ts";
import { date, handbookOf } from "../builders.ts";
import type { SimulatedRun } from "../core/run/simulated-run.ts";
import { smallRun } from "../core/run/small-handbook.ts";
import { siteOf } from "../site/site-of.ts";
import { tries } from "../tries.ts";
import { filesOfLives, lives, play } from "./lives.ts";

/** How a task stands, as the record and core say; every surface is held against it. */
interface Truth {
  readonly step: string;
  readonly title: string;
  readonly issue: number;
  readonly isOpen: boolean;
  readonly due: ReturnType<typeof date>;
  /** Where it is at risk and not late. */
  readonly expected: ReturnType<typeof date> | undefined;
  readonly isLate: boolean;
  readonly isHeldUp: boolean;
  readonly people: readonly string[];
  /** The day it was done or left out; nothing while it is open. */
  readonly ended: ReturnType<typeof date> | undefined;
}

function truthsOf(record: RunRecord, { today, dateOf }: MeasureFrame): Truth[] {
  return record.tasks.map((task) => ({
    step: task.step,
    title: task.title,
    issue: task.issue?.number ?? 0,
    isOpen: task.status === "planned" || task.status === "ready",
    ended: task.endedAt === undefined ? undefined : dateOf(task.endedAt),
    due: task.dueDate,
    expected: expectedInstead(task, record, today),
    isLate: isLateTask(task, record, today),
    isHeldUp: isHeldUpTask(task, record, today),
    people: task.assignees,
  }));
}

const stepsOf = (truths: readonly Truth[]) => truths.map(({ step }) => step).sort();
const late = (truths: readonly Truth[]) => truths.filter(({ isLate }) => isLate);
const heldUp = (truths: readonly Truth[]) => truths.filter(({ isHeldUp }) => isHeldUp);

/** Status comment, step, label and native date. */
function expectOnGitHub(run: SimulatedRun, truths: readonly Truth[]): void {
  const native = new Map<number, string>();
  let made = 1;
  for (const change of run.changes) {
    if (change.kind === "create-step") made += 1;
    if (change.kind === "create-step") native.set(made, change.dueDate);
    if (change.kind === "set-due-date") native.set(change.issue, change.date);
  }
  const status = run.said(1)[0] ?? "";
  for (const { step, title, issue, isOpen, due, expected, isLate, isHeldUp } of truths) {
    const row = status.split("\n").find((line) => line.startsWith(`| #${issue} ${title} |`)) ?? "";
    const [, , , dueCell = "", state = ""] = row.split("|").map((cell) => cell.trim());
    const seen = run.observed.steps.find(({ number }) => number === issue);
    const inStatus =
      expected === undefined
        ? shortDate(due)
        : `**Expected ${dayAndMonth(expected)}**, promised ${dayAndMonth(due)}`;
    const inBody =
      expected === undefined
        ? `**Due ${longDate(due)}**`
        : `**Expected ${longDate(expected)}**, promised ${shortDate(due)}`;
    expect([step, dueCell]).toEqual([step, expect.stringContaining(inStatus)]);
    expect([step, state.includes("overdue"), state.includes("held up")]).toEqual([step, isLate, isHeldUp]);
    expect([step, seen?.labels.includes("handrail:overdue")]).toEqual([step, isLate]);
    if (!isOpen) continue;
    expect([step, native.get(issue)]).toEqual([step, due]);
    expect([step, seen?.body]).toEqual([step, expect.stringContaining(inBody)]);
  }
}

/** Calendar page with its picture, and the page of each person. */
function expectOnTaskPages(site: Site, truths: readonly Truth[]): void {
  const open = truths.filter(({ isOpen }) => isOpen);
  const stepOf = (href: string) =>
    truths.find(({ issue }) => href.endsWith(`/issues/${issue}`))?.step ?? href;
  const calendar = calendarPage(site);
  const shown = calendar.weeks.flatMap(({ id, tasks }) => tasks.map((task) => ({ id, task })));
  const told = shown.map(({ id, task }) => [
    stepOf(task.href),
    task.due,
    task.expected,
    id === "late",
    id === "held-up",
  ]);
  const right = open.map(({ step, due, expected, isLate, isHeldUp }) => [
    step,
    due,
    expected && `expected ${dayAndMonth(expected)}`,
    isLate,
    isHeldUp,
  ]);
  expect(told.sort()).toEqual(right.sort());
  for (const row of calendarChart(calendar, site).rows)
    expect(row.late.map(({ href }) => stepOf(href)).sort()).toEqual(
      stepsOf(late(open).filter(({ people }) => people.includes(row.name))),
    );
  for (const login of peopleOf(site)) {
    const { work } = personPage(login, site);
    const lists = [...(work?.week ?? []), ...(work?.beside ?? [])];
    const of = (id: string) => lists.find((list) => list.id === `_work-${id}`)?.tasks ?? [];
    const own = open.filter(({ people }) => people.includes(login));
    const steps = (tasks: readonly WorkTask[]) => tasks.map(({ href }) => stepOf(href)).sort();
    expect([login, steps(of("late")), steps(of("waiting").filter(({ isHeldUp }) => isHeldUp))]).toEqual([
      login,
      stepsOf(late(own)),
      stepsOf(heldUp(own)),
    ]);
    // What is over stands under the day it was done, everything else under its promised date.
    for (const { id, tasks } of lists)
      for (const { href, date: shownDate } of tasks) {
        const truth = truths.find(({ step }) => step === stepOf(href));
        expect([id, shownDate]).toEqual([id, id === "_work-doneLately" ? truth?.ended : truth?.due]);
      }
  }
}

/** Dashboard, home, process page, report as text, data and table, and the retrospective: figures. */
function expectFigures(run: SimulatedRun, site: Site, record: RunRecord, truths: readonly Truth[]): void {
  const frame = measureFrameOf(run.handbook.handbook, run.now);
  const figures = measureRun(record, frame);
  const { onTime, leadTime, lateNow, plannedLeadTime } = figures;
  expect(lateNow.n).toBe(late(truths).length);
  const dashboard = dashboardPage(site);
  expect(dashboard).toMatchObject({ lateNow: { n: lateNow.n }, onTime: { part: onTime.part, n: onTime.n } });
  const subject = site.processes.get("work");
  const lines = [
    ...(subject ? site.pageOf(subject).runs : []),
    ...dashboard.running.flatMap(({ runs }) => runs),
    ...homePage(site).running,
  ];
  const { atRisk } = figures;
  for (const line of lines)
    expect(line).toMatchObject({
      late: { n: figures.late.n },
      leadTime: { value: leadTime.value },
      ended: { part: figures.ended.part, n: figures.ended.n },
      expected: atRisk && `${record.startsAtAnchor ? "end " : ""}expected ${dayAndMonth(atRisk.expected)}`,
    });
  expect(dashboard.atRisk.map(({ expected }) => expected)).toEqual(
    atRisk === undefined ? [] : [shortDate(atRisk.expected)],
  );
  expect(dashboard.awaited?.reduce((sum, one) => sum + one.late.n, 0)).toBe(
    late(truths).reduce((sum, { people }) => sum + Math.max(1, people.length), 0),
  );
  const report = runsAsMarkdown(figuresOfRuns([record], frame), { titleOf: (id) => id, roleOf: (id) => id });
  if (onTime.n > 0) expect(report).toContain(`On time: ${onTime.part} of ${onTime.n} `);
  expect(/(\d+) steps? late now/.exec(report)?.[1] ?? "0").toBe(String(lateNow.n));
  const rows = runsAsCsv([record], frame)
    .trim()
    .split("\r\n")
    .map((row) => row.split(","));
  const [heads = [], ...cells] = rows;
  const column = (name: string) => cells.map((row) => row[heads.indexOf(name)]);
  expect(column("Due now")).toEqual(truths.map(({ due }) => due));
  expect(column("Late now")).toEqual(truths.map(({ isLate }) => (isLate ? "yes" : "no")));
  const told = run.said(1).find((text) => text.includes("finished, and how it went"));
  const status = run.said(1)[0] ?? "";
  if (record.outcome === "running") {
    expect(status.includes("At risk: ")).toBe(atRisk !== undefined);
    if (atRisk)
      expect(status).toContain(
        `At risk: ${record.startsAtAnchor ? "the last step is " : ""}expected ${dayAndMonth(atRisk.expected)}, promised ${dayAndMonth(atRisk.promised)}`,
      );
    return;
  }
  // Counted at the end; whoever looks later counts the same.
  expect(told).toContain(`${onTime.part} of ${onTime.n} step`);
  expect(told).toContain(
    leadTime.value === 0 ? "less than a business day" : `it took ${leadTime.value} business`,
  );
  expect(told).toContain(`the first plan had ${plannedLeadTime.value}.`);
  const table = (told ?? "").split("\n").filter((line) => /^\| (?!Step |---)/.test(line));
  for (const [index, { title, status: state }] of record.tasks.entries()) {
    const row = table[index];
    expect(row).toContain(`| ${title} |`);
    const slip = Number(column("Slip (business days)")[index] || Number.NaN);
    const words =
      state === "skipped"
        ? "skipped"
        : slip === 0
          ? "on the day"
          : `${Math.abs(slip)} business day${Math.abs(slip) === 1 ? "" : "s"} ${slip > 0 ? "late" : "early"}`;
    expect([title, row]).toEqual([title, expect.stringContaining(words)]);
    const agreed = column("Agreed when its turn came")[index] ?? "";
    expect([title, row]).toEqual([title, expect.stringContaining(`| ${dayAndMonth(date(agreed))}`)]);
  }
}

test("every surface tells the same dates, the same standing and the same figures, whatever life a run has", () => {
  fc.assert(
    fc.property(lives, (life) => {
      const run = play(life);
      const record = recordOf({ observed: run.observed, handbook: run.handbook, now: run.now });
      if (!record) throw new Error("The run has not begun.");
      const site = siteOf(filesOfLives(life), {
        today: run.now.slice(0, 10),
        runs: { version: 2, writtenAt: run.now, runs: [record] },
      });
      const truths = truthsOf(record, measureFrameOf(run.handbook.handbook, run.now));
      const sent = JSON.parse(JSON.stringify({ version: 2, writtenAt: run.now, runs: [record] }));
      expect(readRunsFile(sent)).toEqual({ ok: true, file: sent });
      expectOnGitHub(run, truths);
      expectOnTaskPages(site, truths);
      expectFigures(run, site, record, truths);
      expect(run.decide()).toEqual([]);
    }),
    { numRuns: tries(20) },
  );
});

describe.each([false, true])("a plan, for a process with a calendar of its own: %s", (hasOwnCalendar) => {
  const files = filesOfLives({ hasOwnCalendar, startsAtAnchor: false });
  const site = siteOf(files, { today: "2026-03-02" });
  const subject = site.processes.get("work");
  if (!subject) throw new Error("The handbook has no process.");
  const { definition } = subject;
  const page = site.pageOf(subject);
  const anchorDate = page.start.date;
  const { plan, table, ics, csv } = planInBrowser(
    JSON.parse(JSON.stringify(plannerHandbook(site))),
    JSON.parse(JSON.stringify(plannerProcess(definition, site))),
    { today: site.today, anchorDate, answers: new Map() },
  );
  const dates = plan.tasks.map(({ step, dueDate }) => [step, dueDate]);

  test("is the same on the page, in the browser, on the command line and in files", () => {
    const { handbook } = site;
    const config = settingsFor(definition, handbook.config);
    const basis = planBasisOf(config, handbook);
    const request = {
      ...basis,
      definition,
      today: site.today,
      answers: new Map(),
    };
    const own = scheduleRun({ ...request, anchorDate });
    expect(page.dates.rows.map(({ task, due }) => [task, due])).toEqual(dates);
    expect(JSON.parse(JSON.stringify(page.dates))).toEqual(JSON.parse(JSON.stringify(table)));
    const json = JSON.parse(planAsJson(own)) as typeof plan;
    expect(json.tasks.map(({ step, dueDate }) => [step, dueDate])).toEqual(dates);
    expect(json.leadTimeBusinessDays).toBe(plan.leadTimeBusinessDays);
    expect(page.leadTime).toBe(`${plan.leadTimeBusinessDays} business days`);
    expect(csv).toBe(planAsCsv(own));
    const { reminders } = config;
    expect(ics).toBe(
      planAsIcs(own, { ...config, ...basis, title: definition.title, reminders, today: site.today }),
    );
  });

  test("is what a run that starts that day promises", () => {
    const run = smallRun(handbookOf(files), { anchorDate });
    const record = recordOf({ observed: run.observed, handbook: run.handbook, now: run.now });
    expect(record?.tasks.map(({ step, dueDate }) => [step, dueDate])).toEqual(dates);
    const days = [...ics.matchAll(/DTSTART;VALUE=DATE:(\d{4})(\d\d)(\d\d)/g)].map(([, ...parts]) =>
      parts.join("-"),
    );
    expect(record?.tasks.map(({ dueDate }) => dueDate)).toEqual(days);
  });
});
