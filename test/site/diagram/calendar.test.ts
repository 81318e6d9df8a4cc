import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CivilDate } from "../../../core/calendar/index.ts";
import type { RunsFile, TaskRecord } from "../../../core/metrics/index.ts";
import { type CalendarChart, calendarChart } from "../../../site/data/calendar-chart.ts";
import { calendarPage } from "../../../site/data/calendar-page.ts";
import type { Site } from "../../../site/data/site.ts";
import { drawBars } from "../../../site/diagram/draw-bars.ts";
import { drawCalendar } from "../../../site/diagram/draw-calendar.ts";
import { shippedFiles } from "../../builders.ts";
import { hostileTitle, showcaseHandbook } from "../showcase-handbook.ts";
import { siteOf } from "../site-of.ts";

const runs = JSON.parse(readFileSync("test/site/cases/runs.json", "utf8")) as RunsFile;

function chartOf(site: Site): CalendarChart {
  return calendarChart(calendarPage(site), site);
}

type BentTask = Partial<Omit<TaskRecord, "dueDate">> & { readonly dueDate: string };

/** The grid of one run with these open tasks. */
function chartWith(tasks: readonly BentTask[], today = "2026-11-23"): CalendarChart {
  const [run] = runs.runs;
  const [task] = run?.tasks ?? [];
  if (!run || !task) throw new Error("The sample has no run.");
  const open = { ...task, status: "planned" as const, endedAt: undefined };
  const one = {
    ...run,
    tasks: tasks.map((bent, index) => ({
      ...open,
      step: `step-${index}`,
      ...bent,
      dueDate: bent.dueDate as CivilDate,
    })),
  };
  return chartOf(siteOf(showcaseHandbook(), { runs: { ...runs, runs: [one] }, today }));
}

/** Where the steps of each row stand: late, the days by date, later. */
function placesOf({ rows, days }: CalendarChart): unknown {
  return rows.map(({ name, late, days: cells, later }) => [
    name,
    late.length,
    cells.flatMap((tasks, index) => (tasks.length > 0 ? [`${days[index]?.date} ${tasks.length}`] : [])),
    later.length,
  ]);
}

test("each person has a row, with late steps before and those of each day after", () => {
  expect(placesOf(chartOf(siteOf(shippedFiles(), { runs })))).toEqual([
    ["demo-jonas", 1, ["2026-12-01 1"], 0],
    ["demo-mira", 0, ["2026-11-25 1"], 0],
    ["demo-paul", 0, ["2026-11-26 1"], 0],
  ]);
});

test.each([
  ["2026-11-22", "late"],
  ["2026-11-23", "0"],
  ["2026-12-20", "27"],
  ["2026-12-21", "later"],
])("on 23 November a step due on %s stands in column %s", (dueDate, column) => {
  const [row] = chartWith([{ dueDate, assignees: ["demo-mira"], status: "ready" }]).rows;
  const day = row?.days.findIndex((tasks) => tasks.length > 0);
  expect(row?.late.length ? "late" : row?.later.length ? "later" : String(day)).toBe(column);
});

test("weekends and holidays are days off, and today is marked in its week", () => {
  const { days, weeks } = chartWith([], "2026-12-23");
  expect(weeks).toEqual(["Mon 21 Dec", "Mon 28 Dec", "Mon 4 Jan", "Mon 11 Jan"]);
  expect(days.filter(({ isToday }) => isToday).map(({ date }) => date)).toEqual(["2026-12-23"]);
  expect(
    days
      .slice(0, 14)
      .filter(({ isOff }) => isOff)
      .map(({ dayOfMonth }) => dayOfMonth),
  ).toEqual([25, 26, 27, 1, 2, 3]);
});

describe("the picture", () => {
  test("leads from each mark to its issue, with a shape for late, ready and waiting steps", () => {
    const issue = (number: number) => ({ number, url: `https://github.com/acme/handbook/issues/${number}` });
    const svg = drawCalendar(
      chartWith([
        { dueDate: "2026-11-20", assignees: ["a"], issue: issue(1), status: "ready" },
        { dueDate: "2026-11-24", assignees: ["a"], issue: issue(2), status: "ready" },
        { dueDate: "2026-11-25", assignees: ["a", "b"], issue: issue(3) },
      ]),
    );
    const marks = [...svg.matchAll(/<a href="[^"]*\/(\d+)" class="(due-\w+)" [^>]*tabindex="-1">/g)];
    expect(marks.map(([, number, state]) => `${number} ${state}`)).toEqual([
      "1 due-late",
      "2 due-ready",
      "3 due-waiting",
      "3 due-waiting",
    ]);
    expect(new Set([...svg.matchAll(/<\/title><path d="([^"]*)"/g)].map(([, shape]) => shape)).size).toBe(3);
  });

  test.each([
    ["a day", "2026-11-24", "planned" as const, 5, 2, "+3"],
    ["the column of late steps", "2026-11-02", "ready" as const, 12, 7, "+5"],
  ])("says how many more there are in %s", (_where, dueDate, status, open, shown, more) => {
    const svg = drawCalendar(chartWith(Array(open).fill({ dueDate, assignees: ["a"], status })));
    expect(svg.match(/ class="due-(?:late|waiting)"/g)).toHaveLength(shown);
    expect(svg).toContain(`href="/people/a/" tabindex="-1"><text class="due-more"`);
    expect(svg).toContain(`>${more}</text>`);
  });

  test("stays small with 500 open steps of 100 people", () => {
    const chart = chartWith(
      Array.from({ length: 500 }, (_none, index) => ({
        dueDate: `2026-12-${String(1 + (index % 28)).padStart(2, "0")}`,
        assignees: [`demo-${index % 100}`],
      })),
    );
    expect(chart.leftOut).toBe(60);
    expect(drawCalendar(chart).length).toBeLessThan(70_000);
  });

  test("is not broken out of by a title, and leads nowhere a script runs", () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(hostileTitle), fc.string({ unit: "binary" })), (title) => {
        const issue = { number: 1, url: `javascript:alert(1)//${title}` };
        const svg = drawCalendar(chartWith([{ title, dueDate: "2026-11-24", assignees: [title], issue }]));
        const names = [...svg.matchAll(/<\/?([^\s/>]+)/g)].map(([, name]) => name);
        expect(names.filter((name) => !/^(?:svg|title|g|a|path|text|rect)$/.test(name ?? ""))).toEqual([]);
        expect(svg).not.toContain('href="javascript:');
      }),
      { numRuns: 20 },
    );
  });
});

test("bars are drawn on one scale, and none where a value is not known", () => {
  const kinds = [
    { name: "bar-planned", text: "Planned" },
    { name: "bar-actual", text: "Actual" },
  ];
  const svg = drawBars(kinds, [
    { title: "A", values: [10, 20] },
    { title: "B <i>", values: [5, undefined] },
  ]);
  const widths = [...svg.matchAll(/class="(bar-\w+)" [^>]*width="(\d+)" height="14"/g)];
  expect(widths.map(([, name, width]) => [name, Number(width)])).toEqual([
    ["bar-planned", 196],
    ["bar-actual", 392],
    ["bar-planned", 98],
  ]);
  expect(svg).toContain("B &lt;i&gt;");
});
