import { expect, test } from "vitest";
import type { CivilDate } from "../../../core/calendar/index.ts";
import { createWorkCalendar } from "../../../core/calendar/index.ts";
import {
  awaitedBefore,
  awaitedPeople,
  datesAtRisk,
  openWorkOf,
  type RunRecord,
  type TaskRecord,
} from "../../../core/metrics/index.ts";
import { date } from "../../builders.ts";

/** Wednesday. */
const today = date("2026-11-25");
const calendar = createWorkCalendar({ workweek: [1, 2, 3, 4, 5], publicHolidays: () => [], closed: [] });

const frame = {
  today,
  dateOf: (instant: string) => instant.slice(0, 10) as CivilDate,
  calendarOf: () => calendar,
};

type Bent = Partial<Omit<TaskRecord, "dueDate">> & { readonly step: string; readonly dueDate: string };

function runOf(tasks: readonly Bent[], outcome: RunRecord["outcome"] = "running"): RunRecord {
  return {
    process: "article",
    title: "An article",
    revision: "abc",
    issue: { number: 1, url: "https://github.com/acme/handbook/issues/1" },
    anchorDate: date("2026-12-18"),
    startedBy: "ann",
    startedAt: "2026-11-02T09:00:00Z",
    outcome,
    tasks: tasks.map((bent) => ({
      title: bent.step,
      kind: "task",
      roles: [],
      assignees: ["Ann"],
      status: "ready",
      baselineDueDate: date(bent.dueDate),
      plannedStart: date(bent.dueDate),
      reopenCount: 0,
      ...bent,
      dueDate: date(bent.dueDate),
    })),
    deviations: [],
  };
}

const namesOf = (work: ReturnType<typeof openWorkOf>) =>
  Object.fromEntries(
    Object.entries(work).flatMap(([list, tasks]) =>
      tasks.length === 0 ? [] : [[list, tasks.map(({ task }: { task: TaskRecord }) => task.step)]],
    ),
  );

test.each([
  ["after its date it is late", { dueDate: "2026-11-24" }, "late"],
  ["on its date it is not", { dueDate: "2026-11-25" }, "thisWeek"],
  ["Sunday is this week", { dueDate: "2026-11-29" }, "thisWeek"],
  ["Monday is not", { dueDate: "2026-11-30" }, "canBegin"],
  ["a step whose turn comes later", { dueDate: "2026-11-24", status: "planned" }, "waiting"],
  ["an awaited answer is its turn", { dueDate: "2026-11-24", status: "planned", isAsked: true }, "late"],
  [
    "done yesterday",
    { dueDate: "2026-11-24", status: "done", endedAt: "2026-11-24T09:00:00Z" },
    "doneLately",
  ],
] as const)("%s", (_name, bent, list) => {
  expect(namesOf(openWorkOf({ login: "ann" }, [runOf([{ step: "a", ...bent }])], frame))).toEqual({
    [list]: ["a"],
  });
});

test("done long ago, skipped, in a cancelled run, or somebody else's: nothing", () => {
  const gone = runOf([
    { step: "a", dueDate: "2026-11-03", status: "done", endedAt: "2026-11-03T09:00:00Z" },
    { step: "b", dueDate: "2026-11-24", status: "skipped", endedAt: "2026-11-24T09:00:00Z" },
    { step: "c", dueDate: "2026-11-24", assignees: ["ben"] },
  ]);
  const cancelled = runOf([{ step: "a", dueDate: "2026-11-24" }], "cancelled");
  expect(namesOf(openWorkOf({ login: "ann" }, [gone, cancelled], frame))).toEqual({});
  expect(namesOf(openWorkOf({ login: "constructor" }, [gone], frame))).toEqual({});
});

test("what waits for one's late step is shown on both sides", () => {
  const run = runOf([
    { step: "a", dueDate: "2026-11-24" },
    { step: "b", dueDate: "2026-11-26", status: "planned", dependsOn: ["a"], assignees: ["ben"] },
    { step: "c", dueDate: "2026-12-01", status: "planned", dependsOn: ["b"], assignees: ["ann"] },
  ]);
  expect(namesOf(openWorkOf({ login: "ANN" }, [run], frame))).toEqual({
    late: ["a"],
    waiting: ["c"],
    waitingForThem: ["b"],
  });
  expect(namesOf(openWorkOf({ login: "ben" }, [run], frame))).toEqual({ waiting: ["b"] });
});

test("a role's work is that of everybody it has given steps to", () => {
  const run = runOf([
    { step: "a", dueDate: "2026-11-24", roles: ["writer"], assignees: ["ann"] },
    { step: "b", dueDate: "2026-11-26", roles: ["writer", "editor"], assignees: ["ben"] },
    { step: "c", dueDate: "2026-11-26", roles: ["editor"], assignees: ["ann"] },
  ]);
  expect(namesOf(openWorkOf({ roles: ["writer"] }, [run], frame))).toEqual({ late: ["a"], thisWeek: ["b"] });
  expect(namesOf(openWorkOf({ roles: ["constructor"] }, [run], frame))).toEqual({});
});

test.each([
  ["the step before it", "b", ["a"]],
  ["what is behind the steps before it", "d", ["a", "c"]],
  ["nothing, when it is its turn", "a", []],
  ["nothing that is over", "f", []],
])("a step waits for %s", (_name, step, expected) => {
  const run = runOf([
    { step: "a", dueDate: "2026-11-24" },
    { step: "b", dueDate: "2026-11-25", status: "planned", dependsOn: ["a"] },
    { step: "c", dueDate: "2026-11-25" },
    { step: "d", dueDate: "2026-11-26", status: "planned", dependsOn: ["b", "c"] },
    { step: "e", dueDate: "2026-11-20", status: "done" },
    { step: "f", dueDate: "2026-11-26", status: "planned", dependsOn: ["e", "nowhere"] },
  ]);
  const task = run.tasks.find((one) => one.step === step);
  expect(
    task &&
      awaitedBefore(task, run)
        .map((one) => one.step)
        .toSorted(),
  ).toEqual(expected);
});

test("who is waited for: the late first, how many, and how long", () => {
  const runs = [
    runOf([
      { step: "a", dueDate: "2026-11-30", assignees: ["ben"], readyAt: "2026-11-20T09:00:00Z" },
      { step: "b", dueDate: "2026-11-30", assignees: ["ben"], readyAt: "2026-11-24T09:00:00Z" },
      { step: "c", dueDate: "2026-11-24" },
      { step: "d", dueDate: "2026-11-30", assignees: [] },
      { step: "e", dueDate: "2026-11-20", status: "planned", dependsOn: ["c"], assignees: ["cy"] },
    ]),
  ];
  expect(
    awaitedPeople(runs, frame).map(({ login, steps, late, waits }) => [login, steps.n, late.n, waits.value]),
  ).toEqual([
    ["Ann", 1, 1, undefined],
    ["ben", 2, 0, 3],
    ["", 1, 0, undefined],
  ]);
});

test.each([
  ["expected after its date", { dueDate: "2026-12-18", expectedDate: date("2026-12-22") }, ["2026-12-22", 2]],
  ["expected on its date", { dueDate: "2026-12-18", expectedDate: date("2026-12-18") }, []],
  ["over", { dueDate: "2026-12-18", expectedDate: date("2026-12-22"), status: "done" }, []],
] as const)("a promised date is at risk or not: %s", (_name, bent, expected) => {
  const found = datesAtRisk([runOf([{ step: "a", ...bent }])], frame);
  expect(found.flatMap(({ expected: day, delay }) => [day, delay.value])).toEqual(expected);
});

test("dates of runs that are over are at no risk; what one hangs on is said", () => {
  const late = { dueDate: "2026-12-18", expectedDate: date("2026-12-22") };
  const tasks = [
    { step: "a", ...late },
    { step: "b", ...late, status: "planned", dependsOn: ["a"] },
  ] as const;
  expect(datesAtRisk([runOf(tasks, "cancelled"), runOf(tasks, "completed")], frame)).toEqual([]);
  expect(datesAtRisk([runOf(tasks)], frame)[0]?.turns.map(({ step }) => step)).toEqual(["a"]);
});
