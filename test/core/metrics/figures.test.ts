import { describe, expect, test } from "vitest";
import { createWorkCalendar } from "../../../core/calendar/index.ts";
import { runsAsCsv } from "../../../core/export/index.ts";
import {
  collectedFigures,
  figuresOfRuns,
  type MeasureFrame,
  measureRun,
  type RunRecord,
  readRunsFile,
  type TaskRecord,
} from "../../../core/metrics/index.ts";
import { date } from "../../builders.ts";

const calendar = createWorkCalendar({ workweek: [1, 2, 3, 4, 5], publicHolidays: () => [], closed: [] });

const frame: MeasureFrame = {
  calendarOf: () => calendar,
  dateOf: (instant) => date(instant.slice(0, 10)),
  today: date("2026-03-20"),
};

function task(more: Partial<TaskRecord> = {}): TaskRecord {
  return {
    step: "draft",
    title: "Draft",
    kind: "task",
    roles: ["author"],
    assignees: ["ann"],
    status: "done",
    baselineDueDate: date("2026-03-09"),
    dueDate: date("2026-03-09"),
    agreedDueDate: date("2026-03-09"),
    plannedStart: date("2026-03-02"),
    readyAt: "2026-03-02T08:00:00Z",
    endedAt: "2026-03-09T08:00:00Z",
    reopenCount: 0,
    ...more,
  };
}

function run(tasks: readonly TaskRecord[], more: Partial<RunRecord> = {}): RunRecord {
  return {
    process: "work",
    title: "Work",
    revision: "aaaa",
    issue: { number: 1, url: "https://github.com/acme/handbook/issues/1" },
    anchorDate: date("2026-03-16"),
    startedBy: "stan",
    startedAt: "2026-03-02T08:00:00Z",
    endedAt: "2026-03-16T08:00:00Z",
    outcome: "completed",
    tasks,
    deviations: [],
    ...more,
  };
}

const running = { outcome: "running", endedAt: undefined } as const;

describe("a step", () => {
  test.each([
    ["on the day", {}, 0, true],
    ["a day early", { endedAt: "2026-03-06T08:00:00Z" }, -1, true],
    ["two days late", { endedAt: "2026-03-11T08:00:00Z" }, 2, false],
    [
      "on the Saturday after a Friday",
      { agreedDueDate: date("2026-03-06"), endedAt: "2026-03-07T08:00:00Z" },
      1,
      false,
    ],
    [
      "on the Sunday it was for",
      { agreedDueDate: date("2026-03-08"), endedAt: "2026-03-08T08:00:00Z" },
      0,
      true,
    ],
    [
      "late against its first plan, early against the date agreed when its turn came",
      { agreedDueDate: date("2026-03-13"), endedAt: "2026-03-12T08:00:00Z" },
      -1,
      true,
    ],
    [
      "of an older record, against the date it ended with",
      { agreedDueDate: undefined, dueDate: date("2026-03-12"), endedAt: "2026-03-12T08:00:00Z" },
      0,
      true,
    ],
    ["skipped", { status: "skipped" }, undefined, undefined],
  ] as const)("done %s", (_name, bent, slip, onTime) => {
    const [figures] = measureRun(run([task(bent)]), frame).tasks;
    expect([figures?.slipBusinessDays, figures?.isOnTime, figures?.isLateNow]).toEqual([slip, onTime, false]);
  });

  test.each([
    ["open and late counts as not on time", { status: "ready" }, running, [0, 1, 1]],
    ["whose turn has not come is not late", { status: "planned", readyAt: undefined }, running, [0, 0, 0]],
    [
      "open and not late does not count yet",
      { status: "ready", dueDate: date("2026-03-20") },
      running,
      [0, 0, 0],
    ],
    [
      "left open by a cancelled run does not count",
      { status: "cancelled" },
      { outcome: "cancelled" },
      [0, 0, 0],
    ],
  ] as const)("%s", (_name, bent, outcome, [part, n, lateNow]) => {
    const figures = measureRun(run([task({ endedAt: undefined, ...bent })], outcome), frame);
    expect([figures.onTime.part, figures.onTime.n, figures.lateNow.n]).toEqual([part, n, lateNow]);
  });
});

test("the lead time of a run is from its start to its end, or to today, and its note says which", () => {
  expect(measureRun(run([task()]), frame).leadTime).toEqual({
    value: 10,
    n: 1,
    note: "Business days from the start of the run to its end.",
  });
  const open = measureRun(run([task()], running), frame).leadTime;
  expect([open.value, open.note]).toEqual([14, expect.stringContaining("to today")]);
});

test("a date that was moved is a cause of its own, and being late is not laid to it", () => {
  const record = run([task({ endedAt: "2026-03-11T08:00:00Z" })], {
    deviations: [
      {
        kind: "moved",
        step: null,
        by: "lea",
        at: "2026-03-03T08:00:00Z",
        reason: "fair",
        date: date("2026-03-20"),
      },
      { kind: "added", step: "x", by: "lea", at: "2026-03-04T08:00:00Z", reason: "" },
      { kind: "handed-over", step: "draft", by: "ann", at: "2026-03-05T08:00:00Z", reason: "ill" },
    ],
  });
  expect([...measureRun(record, frame).causes]).toEqual([
    ["date-moved", [{ step: null, by: "lea", reason: "fair", date: "2026-03-20" }]],
    ["missing-step", [{ step: "x", by: "lea", reason: "" }]],
    ["wrong-person", [{ step: "draft", by: "ann", reason: "ill" }]],
    ["wrong-estimate", [{ step: "draft", by: "", reason: "", lateBusinessDays: 2 }]],
  ]);
});

describe("many runs", () => {
  const lasting = (days: number, more: Partial<RunRecord> = {}) => {
    const end = new Date(Date.parse("2026-03-02T08:00:00Z") + days * 86_400_000).toISOString();
    return run([task({ endedAt: end })], { endedAt: end, ...more });
  };

  test("have a middle, quarters and a number, so one that lay about for months moves nothing", () => {
    const all = [lasting(1), lasting(2), lasting(3), lasting(4), lasting(300)];
    const figures = figuresOfRuns(all, frame);
    expect(figures.leadTime).toMatchObject({ value: 3, low: 2, high: 4, n: 5 });
    expect(figures.processes[0]?.steps[0]?.slip).toMatchObject({ value: -2, low: -3, high: -1, n: 5 });
  });

  test("are told apart by process, by revision and by role", () => {
    const all = [
      lasting(1),
      lasting(9, { revision: "bbbb" }),
      run([task({ roles: ["editor"], status: "ready", endedAt: undefined })], {
        ...running,
        process: "other",
      }),
    ];
    const { processes, onTime, running: open } = figuresOfRuns(all, frame);
    expect([open.n, onTime.part, onTime.n]).toEqual([1, 1, 3]);
    expect(processes.map(({ process, lateNow }) => [process, lateNow.n])).toEqual([
      ["work", 0],
      ["other", 1],
    ]);
    expect(processes[0]?.revisions.map(({ revision, leadTime }) => [revision, leadTime.value])).toEqual([
      ["aaaa", 1],
      ["bbbb", 7],
    ]);
    expect(processes[1]?.roles.map((own) => [own.role, own.late.n, own.slip.value])).toEqual([
      ["editor", 1, undefined],
    ]);
  });

  test("none are no figures, and every figure says what it counts", () => {
    const { processes, ...figures } = figuresOfRuns([], frame);
    expect(processes).toEqual([]);
    expect([figures.leadTime.value, figures.onTime.value, figures.runs.value]).toEqual([
      undefined,
      undefined,
      0,
    ]);
    for (const figure of [figures.leadTime, figures.onTime, figures.runs, figures.lateNow])
      expect(figure.note).toMatch(/^[A-Z].*\.$/);
  });
});

describe("a data file of runs", () => {
  const file = { version: 2, writtenAt: "2026-03-20T08:00:00Z", runs: [run([task()])] };

  test.each([
    ["of this version", file],
    ["of version 1", { ...file, version: 1 }],
    ["with keys nobody knows", { ...file, more: 1 }],
  ])("%s is read", (_name, value) => {
    expect(readRunsFile(JSON.parse(JSON.stringify(value)))).toMatchObject({
      ok: true,
      file: { runs: file.runs },
    });
  });

  test.each([
    ["a newer one", { ...file, version: 3 }, /version 3, and this Handrail reads up to version 2/],
    ["none at all", [], /no record of runs/],
    ["null", null, /no record of runs/],
    [
      "with a day that is none",
      { ...file, runs: [{ ...run([]), anchorDate: "2026-02-30" }] },
      /damaged at runs\.0\.anchorDate: a date such as/,
    ],
  ])("%s is told in words", (_name, value, words) => {
    const reading = readRunsFile(value);
    expect(reading.ok ? "" : reading.problem).toMatch(words);
  });
});

test("as CSV: one row a task, numbers as numbers, and nothing that a spreadsheet would run", () => {
  const record = run(
    [
      task({
        title: "=HYPERLINK(1)",
        endedAt: "2026-03-06T08:00:00Z",
        issue: { number: 2, url: "https://x.example/2" },
        collected: [
          { id: "cost", label: "Cost", type: "money", value: "10.5 CHF" },
          { id: "words", label: "Words", type: "text", value: "=1+1" },
        ],
      }),
    ],
    {
      title: 'Work, "new"',
    },
  );
  const lines = runsAsCsv([record, run([])], frame).split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/^\ufeffProcess,Run,Run title,/);
  expect(lines[1]).toBe(
    `work,1,"Work, ""new""",completed,aaaa,2026-03-16,stan,draft,'=HYPERLINK(1),task,author,ann,done,2026-03-09,2026-03-09,2026-03-09,2026-03-02,2026-03-06,-1,no,4,0,,,https://x.example/2,,,"cost: 10.5 CHF\nwords: =1+1"`,
  );
});

test("what runs have entered is added up within each, and says how many said it", () => {
  const entered = (...values: readonly (readonly [string, "money" | "hours" | "text", string])[]) =>
    run(
      [
        task({
          endedAt: "2026-03-06T08:00:00Z",
          collected: values.map(([id, type, value]) => ({ id, label: id, type, value })),
        }),
      ],
      { outcome: "completed" },
    );
  const figures = collectedFigures([
    entered(["cost", "money", "0.1 CHF"], ["cost", "money", "0.2 CHF"], ["hours", "hours", "2"]),
    entered(["cost", "money", "10 EUR"], ["words", "text", "7"]),
    entered(["cost", "money", "5 CHF"], ["hours", "hours", "broken"]),
    run([], { outcome: "completed" }),
  ]);
  expect(
    figures.map(({ id, unit, total, perRun, of }) => [id, unit, total, perRun.value, perRun.n, of]),
  ).toEqual([
    ["cost", "CHF", 5.3, 0.3, 2, 4],
    ["cost", "EUR", 10, 10, 1, 4],
    ["hours", "h", 2, 2, 1, 4],
  ]);
  expect(collectedFigures([])).toEqual([]);
});

test.each([
  ["hours", "2.5", 2.5, "h"],
  ["hours", "-0.25", -0.25, "h"],
  ["number", "12", 12, ""],
  ["number", "1e3", undefined, undefined],
  ["money", "1200.50 CHF", 1200.5, "CHF"],
  ["money", "1200.50", undefined, undefined],
  ["money", "12 chf", undefined, undefined],
  ["number", "12 CHF", undefined, undefined],
  ["text", "12", undefined, undefined],
  ["link", "https://example.org/12", undefined, undefined],
  ["date", "2026-03-06", undefined, undefined],
  ["choice", "3", undefined, undefined],
  ["hours", "", undefined, undefined],
] as const)("%s %j is added up as it is, or not at all", (type, value, total, unit) => {
  const record = run([task({ collected: [{ id: "constructor", label: "X", type, value }] })]);
  const [figure] = collectedFigures([record]);
  expect([figure?.total, figure?.unit]).toEqual([total, unit]);
});
