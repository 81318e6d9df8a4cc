import { beforeAll, expect, test } from "vitest";
import { civilToday, createWorkCalendar } from "../../core/calendar/index.ts";
import { runsAsCsv } from "../../core/export/index.ts";
import { figuresOfRuns, type RunRecord } from "../../core/metrics/index.ts";
import { factsOfRun, recordOf } from "../../core/run/index.ts";
import { recordPage } from "../../scripts/record/record-page.ts";
import { runsAsMarkdown } from "../../scripts/reporters/runs-as-markdown.ts";
import { runLine } from "../../site/data/past-runs.ts";
import type { SimulatedRun } from "../core/run/simulated-run.ts";
import { happens, smallHandbook, smallRun } from "../core/run/small-handbook.ts";
import { siteOf } from "../site/site-of.ts";

/** An approval that whoever answers for it has left out is shown as not approved, wherever the run is shown. */
let run: SimulatedRun;
let record: RunRecord;
const calendar = createWorkCalendar({ workweek: [1, 2, 3, 4, 5], publicHolidays: () => [], closed: [] });
const frame = {
  calendar,
  calendarOf: () => calendar,
  dateOf: (instant: string) => civilToday(instant, "UTC"),
  today: civilToday("2026-03-20T08:00:00Z", "UTC"),
};

beforeAll(() => {
  run = smallRun(
    smallHandbook([
      "id: draft, title: Draft, role: author, due: +1d",
      "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, due: +8d",
      "id: last, title: Last, role: author, due: +13d",
    ]),
  );
  happens(run, () => run.close(2, "ann"));
  happens(run, () => run.comment(3, "lea", "/skip ed is ill for long"));
  happens(run, () => run.close(4, "ann"));
  const { observed, handbook, now } = run;
  const found = recordOf({ observed, handbook, now });
  if (!found) throw new Error("The run has no record.");
  record = found;
});

const shown: readonly (readonly [string, () => string | undefined])[] = [
  ["the status", () => run.said(1)[0]],
  ["the retrospective", () => run.said(1).find((text) => text.includes("how it went"))],
  ["the issue of the approval", () => run.said(3).at(-1)],
  ["the issue of whoever is next", () => run.said(4)[0]],
  [
    "the report as text",
    () => runsAsMarkdown(figuresOfRuns([record], frame), { titleOf: String, roleOf: String }),
  ],
  ["the report as a table", () => runsAsCsv([record], frame)],
  [
    "the record of the run",
    () => recordPage(factsOfRun({ observed: run.observed, handbook: run.handbook, now: run.now }) ?? []),
  ],
];
test.each(shown)("%s says so", (_where, read) => {
  expect(read()).toMatch(/not approved/i);
});

test("the report as data says so", () => {
  expect(record.tasks.map(({ isNotApproved }) => isNotApproved)).toEqual([undefined, true, undefined]);
});

test("the pages that list runs say so", () => {
  const files = new Map([
    ["handbook.yml", "title: Handbook\ntimeZone: UTC\n"],
    ["roles.yml", "{}\n"],
  ]);
  const site = siteOf(files, { today: "2026-03-20" });
  expect(runLine(record, site).notApproved).toBe("Not approved: Judge");
});
