import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromEpochDay, toEpochDay } from "../../../core/calendar/index.ts";
import type { ProcessDefinition } from "../../../core/definition/index.ts";
import { openHandbook } from "../../../core/handbook/index.ts";
import { replayRun, summariseReplay } from "../../../core/learning/index.ts";
import { measureFrameOf, type RunRecord } from "../../../core/metrics/index.ts";
import { type RunInput, recordOf as recordOfRun } from "../../../core/run/index.ts";
import { readHistory } from "../../../scripts/histories/history.ts";
import { date, processOf } from "../../builders.ts";
import { tries } from "../../tries.ts";
import { calendar, frame, type Life, randomOf, recordOf } from "./histories.ts";

const anchorDate = "2026-06-01";
const textWith = (draft: string, images: string) =>
  processOf(`anchor: Publish date
steps:
  - { id: draft, title: Write the draft, role: author, ${draft} }
  - { id: images, title: Make the images, role: author, after: draft, ${images} }
  - { id: approve, title: Approve it, kind: approval, approvers: editor, after: draft, due: -5bd }
  - { id: live, title: Publish it, role: author, after: [images, approve], due: 0bd }`);
const definition = textWith("due: -20bd", "due: -15bd");
/** A text that counts from the day a run begins, and has lengths alone. */
const fromStart = (images: number) =>
  processOf(`steps:
  - { id: draft, title: Write the draft, role: author, duration: 4bd }
  - { id: images, title: Make the images, role: author, duration: ${images}bd }
  - { id: live, title: Publish it, role: author, duration: 1bd }`);
const beginning = { startedOn: "2026-06-01", anchorDate: "2026-06-01" };
const withDuration = (days: number) => textWith("due: -20bd", `due: -10bd, duration: ${days}bd`);

const replayed = (record: RunRecord, process: ProcessDefinition) =>
  replayRun(record, process, { ...frame, processes: new Map() });
const runOf = (process: ProcessDefinition, bend: Partial<Life> = {}) =>
  recordOf(process, {
    number: 1,
    startedOn: "2026-03-02",
    anchorDate,
    days: (_step, given) => given,
    agreesFromTurn: true,
    ...bend,
  });
const day = (offset: number) => fromEpochDay(calendar.addBusinessDays(toEpochDay(date(anchorDate)), offset));
const of = (record: RunRecord, process: ProcessDefinition, step: string) => {
  const task = replayed(record, process).tasks.find((one) => one.step === step);
  if (!task) throw new Error(`There is no ${step}.`);
  return task;
};
const isAsItWas = (record: RunRecord, process: ProcessDefinition) => {
  const { tasks, metTheDate, wouldMeetTheDate, unknown } = replayed(record, process);
  expect(tasks.map(({ wouldEndOn }) => wouldEndOn)).toEqual(tasks.map(({ endedOn }) => endedOn));
  expect(wouldMeetTheDate).toBe(metTheDate);
  expect(unknown).toEqual([]);
};
/** A record with some of its tasks bent. */
const bent = (record: RunRecord, bend: Readonly<Record<string, Partial<RunRecord["tasks"][number]>>>) => ({
  ...record,
  tasks: record.tasks.map((task) => ({ ...task, ...bend[task.step] })),
});

describe("under the text they followed, past runs are what they were", () => {
  test.each<[string, ProcessDefinition, Partial<Life>?]>([
    ["dates alone", definition],
    ["dates and lengths", withDuration(3)],
    ["lengths alone, from its date on", fromStart(6), beginning],
  ])("%s", (_what, process, begun = {}) => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = randomOf(seed);
        const days = (_step: string, given: number) => Math.max(0, given + Math.floor(random() * 30) - 9);
        isAsItWas(runOf(process, { days, ...begun }), process);
      }),
      { numRuns: tries(100) },
    );
  });

  test("where each was done on a day off", () => {
    const record = runOf(definition);
    isAsItWas(bent(record, { draft: { endedAt: "2026-05-02T10:00:00Z" } }), definition);
  });

  test("where a step was done before its turn, or was waited for besides, or was ruled out", () => {
    const record = runOf(definition);
    isAsItWas(
      bent(record, {
        images: { readyAt: undefined, endedAt: "2026-03-20T10:00:00Z" },
        approve: { readyAt: `${day(-7)}T10:00:00Z` },
      }),
      definition,
    );
    isAsItWas(
      bent(record, { images: { status: "cancelled", endedAt: undefined, readyAt: undefined } }),
      definition,
    );
  });

  test("where the run was moved", () => {
    const record = runOf(definition);
    const [then, now] = [toEpochDay(date(anchorDate)), toEpochDay(date("2026-06-15"))];
    const shift = calendar.businessDaysBetween(then, now);
    const later = (at: string) => fromEpochDay(calendar.addBusinessDays(toEpochDay(date(at)), shift));
    const moved = {
      ...record,
      anchorDate: date("2026-06-15"),
      firstAnchorDate: date(anchorDate),
      deviations: [
        { kind: "moved" as const, step: null, by: "demo-lena", at: "2026-05-05T08:00:00Z", reason: "Fair" },
      ],
      tasks: record.tasks.map((task) => {
        if (task.step === "draft") return task;
        const dueDate = later(task.dueDate);
        return { ...task, dueDate, agreedDueDate: dueDate, endedAt: `${dueDate}T12:00:00Z` };
      }),
    };
    const ready = { live: { readyAt: moved.tasks.find(({ step }) => step === "approve")?.endedAt } };
    isAsItWas(bent(moved, ready), definition);
    expect(replayed(bent(moved, ready), definition)).toMatchObject({
      metTheDate: true,
      wouldMeetTheDate: true,
    });
  });

  test("where a date counts from an answer of the start form, which no record keeps", () => {
    const process = processOf(`anchor: Publish date
ask:
  - { id: fair, label: Day of the fair, type: date, required: true }
steps:
  - { id: draft, title: Write the draft, role: author, due: -20bd }
  - { id: stand, title: Build the stand, role: author, after: [], due: -2bd, from: fair }
  - { id: live, title: Publish it, role: author, after: draft, due: 0bd }`);
    const on = date(day(-30));
    const stand = {
      baselineDueDate: on,
      dueDate: on,
      agreedDueDate: on,
      plannedStart: date(day(-31)),
      endedAt: `${on}T10:00:00Z`,
    };
    isAsItWas(bent(runOf(process), { stand }), process);
    expect(of(bent(runOf(process), { stand }), process, "stand").dueOn).toBe(on);
  });

  test("where it went on by another text, under that", () => {
    const later = textWith("due: -20bd", "due: -12bd");
    const record = runOf(later);
    isAsItWas(bent(record, { images: { baselineDueDate: date(day(-15)) } }), later);
  });

  const stored = globSync("test/cases/histories/*/*.json").sort();
  test.each(stored)("the stored run %s", (path) => {
    const { files, root, revision, now, observed } = readHistory(readFileSync(path, "utf8"));
    const { handbook } = openHandbook(files, { root });
    const processPaths = new Map([...handbook.processes.values()].map((one) => [one.id, one.path]));
    const record = recordOfRun({
      observed: observed as RunInput["observed"],
      handbook: { handbook, revision, root, problems: [], processPaths },
      now,
    });
    const process = record && handbook.processes.get(record.process);
    if (!process) return;
    const { tasks, unknown, metTheDate, wouldMeetTheDate } = replayRun(record, process, {
      ...measureFrameOf(handbook, now),
      processes: handbook.processes,
    });
    expect(tasks.map(({ wouldEndOn }) => wouldEndOn)).toEqual(tasks.map(({ endedOn }) => endedOn));
    expect([unknown, wouldMeetTheDate]).toEqual([[], metTheDate]);
    if (record.outcome === "completed")
      expect(tasks.every(({ endedOn }) => endedOn !== undefined)).toBe(true);
  });
});

describe("under another text", () => {
  const slow: Partial<Life> = {
    days: (step, given) => (step === "draft" ? given + 18 : step === "live" ? Math.max(4, given) : given),
  };

  test("with more time before it, the date is met that was missed", () => {
    const record = runOf(definition, slow);
    expect(replayed(record, definition)).toMatchObject({ metTheDate: false, wouldMeetTheDate: false });
    expect(replayed(record, textWith("due: -40bd", "due: -15bd"))).toMatchObject({
      metTheDate: false,
      wouldMeetTheDate: true,
    });
  });

  // The draft is over eleven business days before the date, so that the images begin two days too late for three days of work.
  const late = runOf(withDuration(3), {
    days: (step, given) => (step === "draft" ? given + 9 : step === "images" ? 5 : given),
  });
  test.each([
    [3, -8],
    [4, -7],
    [5, -6],
    [1, -10],
  ])(
    "a step with a date that is given %d days, and whose turn comes too late, is due on %d",
    (length, due) => {
      expect(of(late, withDuration(3), "images")).toMatchObject({ turnOn: day(-11), endedOn: day(-6) });
      expect(of(late, withDuration(length), "images").dueOn).toBe(day(due));
    },
  );

  test("another length changes nothing where the turn came in time", () => {
    const inTime = runOf(withDuration(3));
    expect(replayed(inTime, withDuration(5)).tasks).toEqual(replayed(inTime, withDuration(3)).tasks);
  });

  test("what was done before its turn waits for nobody again, as many days before its date", () => {
    const record = bent(runOf(definition), {
      images: { readyAt: undefined, agreedDueDate: date(day(-15)), endedAt: `${day(-25)}T10:00:00Z` },
    });
    expect(of(record, textWith("due: -20bd", "due: -13bd"), "images").wouldEndOn).toBe(day(-23));
  });

  test("what people moved by hand is moved as far from the date of the other text", () => {
    const record = {
      ...bent(runOf(definition), {
        images: { dueDate: date(day(-12)), agreedDueDate: date(day(-12)), endedAt: `${day(-12)}T10:00:00Z` },
      }),
      deviations: [
        { kind: "moved" as const, step: "images", by: "demo-lena", at: "2026-05-05T08:00:00Z", reason: "" },
      ],
    };
    expect(of(record, textWith("due: -20bd", "due: -14bd"), "images")).toMatchObject({
      dueOn: day(-11),
      wouldEndOn: day(-11),
    });
  });

  test("a step that the run did not have is named, and takes what is planned", () => {
    const more = processOf(`anchor: Publish date
steps:
  - { id: draft, title: Write the draft, role: author, due: -20bd }
  - { id: legal, title: Ask the lawyers, role: author, due: -18bd }`);
    expect(replayed(runOf(definition), more).unknown).toEqual(["Ask the lawyers"]);
  });

  test("a step that takes part only under a condition, and that the run did not have, is left out", () => {
    const more = processOf(`anchor: Publish date
ask:
  - { id: paid, label: Is it paid for?, type: yes-no }
steps:
  - { id: draft, title: Write the draft, role: author, due: -20bd }
  - { id: legal, title: Ask the lawyers, role: author, due: 0bd, when: { paid: "yes" } }`);
    expect(replayed(runOf(definition), more)).toMatchObject({ unknown: [], wouldMeetTheDate: true });
  });

  test("whether the run met its date does not rest on the text it is replayed under", () => {
    const record = runOf(definition, slow);
    const shorter = processOf(`anchor: Publish date
steps:
  - { id: draft, title: Write the draft, role: author, due: -40bd }`);
    expect(replayed(record, shorter)).toMatchObject({ metTheDate: false, wouldMeetTheDate: true });
  });

  test("a run that begins with its date has to meet its end", () => {
    const days = (step: string) => (step === "images" ? 12 : 1);
    const record = runOf(fromStart(6), { ...beginning, days });
    const sum = (images: number) =>
      summariseReplay([record], fromStart(images), { ...frame, processes: new Map() });
    expect(sum(6)).toMatchObject({ did: 0, would: 0 });
    expect(sum(12)).toMatchObject({ did: 0, would: 1 });
  });

  test("a step that was added by hand, and that the text does not have, still counts", () => {
    const added: Partial<Life> = { added: [["Ask the lawyers", "2026-06-01"]] };
    const record = runOf(definition, added);
    const tasks = record.tasks.map((task) =>
      task.title === "Ask the lawyers" ? { ...task, endedAt: "2026-06-03T10:00:00Z" } : task,
    );
    expect(replayed({ ...record, tasks }, definition)).toMatchObject({
      metTheDate: false,
      wouldMeetTheDate: false,
      heldBy: "Ask the lawyers",
    });
  });
});
