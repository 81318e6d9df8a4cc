import { describe, expect, test } from "vitest";
import type { ProcessDefinition } from "../../../core/definition/index.ts";
import {
  binomialTail,
  describeProposal,
  notAskedBefore,
  proposeChanges,
  stepEvidence,
  survivalQuantile,
} from "../../../core/learning/index.ts";
import type { RunRecord } from "../../../core/metrics/index.ts";
import { date, processOf } from "../../builders.ts";
import { frame, type Life, recordOf } from "./histories.ts";
import { knownHistory } from "./known-truth.ts";

const definition = processOf(`anchor: Publish date
steps:
  - { id: draft, title: Write the draft, role: author, due: -20bd }
  - { id: images, title: Make the images, role: author, after: draft, due: -15bd }
  - { id: approve, title: Approve it, kind: approval, approvers: editor, after: draft, due: -5bd }
  - { id: live, title: Publish it, role: author, after: [images, approve], due: 0bd }`);
const roles = new Map([
  ["author", { id: "author", title: "Author", people: ["demo-jonas"], deputies: [] }],
  ["designer", { id: "designer", title: "Designer", people: ["demo-mira"], deputies: [] }],
]);
const handbook = { roles, processes: new Map(), absences: new Map() } as unknown as Parameters<
  typeof proposeChanges
>[0]["handbook"];

const propose = (records: readonly RunRecord[], process: ProcessDefinition = definition) =>
  proposeChanges({ definition: process, handbook, records, frame });

/** Runs that go as planned but for what a test bends. */
const runs = (n: number, bend: Partial<Life> | ((index: number) => Partial<Life>) = {}) =>
  Array.from({ length: n }, (_, index) =>
    recordOf(definition, {
      number: index + 1,
      startedOn: "2026-03-02",
      anchorDate: "2026-06-01",
      days: (_step, given) => given,
      ...(typeof bend === "function" ? bend(index) : bend),
    }),
  );

describe("order statistics of what is over and what is not", () => {
  const over = (...days: number[]) => days.map((value) => ({ days: value, isOver: true }));
  const open = (...days: number[]) => days.map((value) => ({ days: value, isOver: false }));
  test.each([
    ["the middle", over(1, 2, 3, 4, 5), 0.5, 3],
    ["eight of ten", over(1, 2, 3, 4, 5), 0.8, 4],
    ["one is enough", over(7), 0.8, 7],
    ["what is open counts as longer", [...over(1, 2, 3), ...open(9, 9)], 0.5, 3],
    ["too much is open to tell", [...over(1), ...open(9, 9, 9)], 0.8, undefined],
    ["nothing", [], 0.5, undefined],
  ])("%s", (_what, durations, share, expected) => {
    expect(survivalQuantile(durations, share)).toBe(expected);
  });

  test.each([
    [0, 5, 0.2, 1],
    [5, 5, 0.2, 0.2 ** 5],
    [6, 5, 0.2, 0],
    [1, 1, 0.2, 0.2],
  ])("at least %d of %d at a chance of %d", (hits, n, chance, expected) => {
    expect(binomialTail(hits, n, chance)).toBeCloseTo(expected, 12);
  });
});

describe("what runs suggest", () => {
  const late: Partial<Life> = { days: (step, given) => (step === "images" ? given + 2 : given) };
  test("images that are always two days late get two days more, since there is room", () => {
    expect(propose(runs(6, late))).toMatchObject([
      {
        rule: "too-short",
        step: "images",
        evidence: { hits: 6, n: 6, days: { median: 2, percentile80: 2 } },
        wish: { kind: "set-step-field", step: "images", field: "due", value: "-13bd" },
      },
    ]);
  });

  test.each([
    ["-25bd..-15bd", "-25bd..-13bd"],
    ["-15bd", "-13bd"],
    ["-3w", "-17d"],
  ])("a later date of %s keeps the day on which it may begin", (due, expected) => {
    const process = processOf(`anchor: Publish date
steps:
  - { id: draft, title: Write the draft, role: author, due: -30bd }
  - { id: images, title: Make the images, role: author, due: ${due} }
  - { id: live, title: Publish it, role: author, due: 0bd }`);
    const records = Array.from({ length: 6 }, (_, index) =>
      recordOf(process, {
        number: index + 1,
        startedOn: "2026-03-02",
        anchorDate: "2026-06-01",
        ...late,
        days: late.days ?? (() => 0),
      }),
    );
    const [proposal] = propose(records, process);
    expect(proposal?.wish).toMatchObject({ field: "due", value: expected });
    const place = { definition: process, roles };
    expect(proposal && describeProposal(proposal, place)).toContain(
      `It could be due ${expected === "-17d" ? "17 days" : "13 business days"} before the publish date.`,
    );
  });

  test.each([
    ["four runs are too few", runs(4, late)],
    ["runs that go as planned", runs(12)],
    ["one run of twelve that was late", runs(12, (index) => (index === 0 ? late : {}))],
  ])("%s suggest nothing", (_what, records) => {
    expect(propose(records)).toEqual([]);
  });

  test("a late step that is still open counts, and is not left out", () => {
    const records = runs(6, (index) => ({ ...late, ...(index > 3 && { seenOn: "2026-05-14" }) }));
    expect(stepEvidence(definition, records, frame)[1]).toMatchObject({ late: { length: 6 } });
  });

  test("a later date is not suggested where the turn comes too late for any and the work then takes longer", () => {
    const slow: Partial<Life> = { days: (step, given) => (step === "draft" ? given + 20 : given + 2) };
    const proposals = propose(runs(8, () => ({ ...slow, agreesFromTurn: true })));
    const images = proposals.find(({ step }) => step === "images");
    expect(images).toMatchObject({ rule: "too-short", evidence: { hits: 8, n: 8 } });
    expect(images?.wish).toBeUndefined();
  });

  test("where there is no room the evidence is told and nothing is edited", () => {
    const slow: Partial<Life> = { days: (step, given) => (step === "live" ? given + 3 : given) };
    const [proposal] = propose(runs(6, slow));
    expect(proposal).toMatchObject({ rule: "too-short", step: "live" });
    expect(proposal?.wish).toBeUndefined();
  });

  test("a step that is always added by hand becomes one", () => {
    const added = runs(6, { added: [["Ask the lawyers", "2026-05-13"]] });
    expect(propose(added)).toMatchObject([
      {
        rule: "always-added",
        title: "Ask the lawyers",
        evidence: { hits: 6, n: 6 },
        wish: {
          kind: "add-step",
          after: "images",
          step: { id: "ask-the-lawyers", title: "Ask the lawyers" },
        },
      },
    ]);
  });

  test.each([
    ["somebody with one role", "demo-mira", "designer"],
    ["somebody with none", "demo-tom", "editor"],
  ])("a step that is always added for %s", (_what, login, role) => {
    const [proposal] = propose(
      runs(6, { added: [["Ask the lawyers", "2026-05-13"]] }).map((record) => ({
        ...record,
        tasks: record.tasks.map((task) =>
          task.title === "Ask the lawyers" ? { ...task, assignees: [login] } : task,
        ),
      })),
    );
    expect(proposal?.wish).toMatchObject({ step: { fields: { role } } });
  });

  test.each([
    ["skipped", "always-skipped", { field: "optional", value: true }],
    ["closed-early", "never-waits", { field: "after", value: [] }],
  ] as const)("a step that is nearly always %s", (kind, rule, wish) => {
    const early = { days: (step: string, given: number) => (step === "images" ? -1 : given) };
    const records = runs(5, {
      ...(kind === "closed-early" && early),
      departures: [{ kind, step: "images" }],
    });
    expect(propose(records)).toMatchObject([
      { rule, step: "images", wish: { kind: "set-step-field", ...wish } },
    ]);
  });

  test("a step always handed to somebody of another role changes its role", () => {
    const records = runs(5, { departures: [{ kind: "handed-over", step: "images" }] }).map((record) => ({
      ...record,
      tasks: record.tasks.map((task) =>
        task.step === "images" ? { ...task, assignees: ["demo-mira"] } : task,
      ),
    }));
    expect(propose(records)).toMatchObject([
      { rule: "always-handed-over", detail: "Designer", wish: { field: "role", value: "designer" } },
    ]);
  });

  test.each([
    [6, 3, 1],
    [6, 2, 0],
    [4, 4, 0],
  ])("of %d runs the work came back from its approval in %d", (n, refused, expected) => {
    const records = runs(n, (index) => ({
      departures: index < refused ? [{ kind: "reopened" as const, step: "draft", by: "demo-lena" }] : [],
    }));
    const found = propose(records).filter(({ rule }) => rule === "often-refused");
    expect(found).toHaveLength(expected);
    expect(found.map(({ step, evidence, wish }) => [step, evidence.hits, evidence.n, wish])).toEqual(
      expected === 0 ? [] : [["approve", refused, n, undefined]],
    );
  });

  test("the work of another step that came back is not that approval's", () => {
    expect(propose(runs(6, { departures: [{ kind: "reopened", step: "live" }] }))).toEqual([]);
  });

  test("what no run has finished says nothing about how long it takes, and is no suggestion", () => {
    const open = runs(6, { seenOn: "2026-05-14", days: (step, given) => (step === "images" ? 60 : given) });
    expect(stepEvidence(definition, open, frame)[1]).toMatchObject({
      late: { length: 6 },
      medianDays: undefined,
      percentile80Days: undefined,
    });
    expect(propose(open)).toEqual([]);
  });

  test("a run that was moved is measured by the date in force, and one long absence is no trend", () => {
    const moved = runs(6, { days: (step, given) => (step === "images" ? given + 5 : given) }).map(
      (record) => ({
        ...record,
        deviations: [
          { kind: "moved" as const, step: null, by: "demo-lena", at: "2026-05-01T08:00:00Z", reason: "Fair" },
        ],
        tasks: record.tasks.map((task) => {
          const dueDate = (task.endedAt ?? task.dueDate).slice(0, 10) as typeof task.dueDate;
          return { ...task, dueDate, agreedDueDate: dueDate };
        }),
      }),
    );
    expect(propose(moved)).toEqual([]);
    const away = runs(8, (index) => ({
      days: (step, given) => (step === "images" && index === 3 ? given + 15 : given),
    }));
    expect(propose(away)).toEqual([]);
  });

  describe("a length that nobody needs", () => {
    const process = processOf(`steps:
  - { id: draft, title: Write the draft, role: author, duration: 5bd }
  - { id: images, title: Make the images, role: author, after: draft, duration: 20bd }`);
    const livesOf = (n: number, bend: (index: number) => Partial<Life> = () => ({})) =>
      Array.from({ length: n }, (_, index) =>
        recordOf(process, {
          number: index + 1,
          startedOn: "2026-03-02",
          anchorDate: "2026-03-02",
          days: (step, given) => (step === "images" ? 3 : given),
          ...bend(index),
        }),
      );
    const tooLong = (records: readonly RunRecord[]) =>
      proposeChanges({
        definition: process,
        handbook,
        records,
        frame: { ...frame, today: date("2026-03-12") },
      }).filter(({ rule }) => rule === "too-long");
    const seen = { seenOn: "2026-03-12" };
    const begun: Partial<Life> = { ...seen, startedOn: "2026-03-04", anchorDate: "2026-03-04" };
    const slow: Partial<Life> = {
      ...seen,
      startedOn: "2026-02-09",
      anchorDate: "2026-02-09",
      days: (step, given) => (step === "images" ? 60 : given),
    };

    test("is told of by the runs in which it is over; those that have only just begun it say nothing", () => {
      const records = livesOf(8, (index) => (index < 5 ? seen : begun));
      expect(records.map(({ tasks }) => tasks[1]?.status)).toEqual([
        ...Array.from({ length: 5 }, () => "done"),
        ...Array.from({ length: 3 }, () => "ready"),
      ]);
      expect(tooLong(records)).toMatchObject([
        { evidence: { hits: 5, n: 5, runs: { length: 5 } }, wish: { field: "duration", value: "3bd" } },
      ]);
    });

    test.each([
      ["is over in too few", (index: number) => (index < 4 ? seen : begun)],
      ["takes longer already in one that is open", (index: number) => (index < 7 ? seen : slow)],
    ])("is not told of where the step %s", (_what, bend) => {
      expect(tooLong(livesOf(8, bend))).toEqual([]);
    });

    test("is not told of where it was done before its turn: nobody knows how long that took", () => {
      const early = livesOf(6, () => ({
        days: (step, given) => (step === "images" ? -1 : given),
        departures: [{ kind: "closed-early", step: "images" }],
      }));
      expect(tooLong(early)).toEqual([]);
    });
  });

  describe("one person's holiday that holds many runs up at once", () => {
    // Each has its images three days late, on 14 May, where they were due on 11 May.
    const heldUp = runs(6, { days: (step, given) => (step === "images" ? given + 3 : given) }).map(
      (record) => ({
        ...record,
        tasks: record.tasks.map((task) =>
          task.step === "images" ? { ...task, assignees: ["Demo-Mira"] } : task,
        ),
      }),
    );
    test.each([
      ["all the days it was late", "2026-05-12", "2026-05-14", undefined],
      ["more days than it was late", "2026-05-04", "2026-05-14", undefined],
      ["two of them, so that one is missing", "2026-05-13", "2026-05-14", "-14bd"],
      ["days on which it was not late yet, long before", "2026-02-02", "2026-02-13", "-12bd"],
    ])("away on %s", (_what, from, to, due) => {
      const absences = new Map([["demo-mira", [{ from: date(from), to: date(to) }]]]);
      const found = proposeChanges({
        definition,
        handbook: { ...handbook, absences },
        records: heldUp,
        frame,
      });
      expect(found.map(({ wish }) => wish)).toEqual(
        due === undefined ? [] : [{ kind: "set-step-field", step: "images", field: "due", value: due }],
      );
    });
  });

  test("an approval is never suggested to be skipped", () => {
    expect(propose(runs(8, { departures: [{ kind: "skipped", step: "approve" }] }))).toEqual([]);
  });

  test("whoever publishes before the approval every time is not told that the approval may go", () => {
    const early: Partial<Life> = {
      days: (step, given) => (step === "live" ? -10 : given),
      departures: [{ kind: "closed-early", step: "live" }],
    };
    // The images are due before it was published and were over; only the approval was not.
    expect(propose(runs(6, early)).filter(({ rule }) => rule === "never-waits")).toEqual([]);
    // Where other work was not over either, only that is waited for no more.
    const before = { ...early, days: (step: string, given: number) => (step === "live" ? -40 : given) };
    const [proposal] = propose(runs(6, before));
    expect(proposal).toMatchObject({
      rule: "never-waits",
      detail: "Make the images, Write the draft",
      wish: { field: "after", value: ["approve"] },
    });
  });

  test("an approval that is given before what it judges is not told to wait no more", () => {
    const early: Partial<Life> = {
      days: (step, given) => (step === "approve" ? -5 : given),
      departures: [{ kind: "closed-early", step: "approve" }],
    };
    expect(propose(runs(6, early)).filter(({ rule }) => rule === "never-waits")).toEqual([]);
  });

  test("a step that waits for one of a process beside goes on to", () => {
    const process = processOf(`anchor: Publish date
steps:
  - { id: draft, title: Write the draft, role: author, due: -20bd }
  - { id: images, title: Make the images, role: author, after: draft, due: -15bd }`);
    const beside = {
      ...process,
      steps: process.steps.map((step) =>
        step.id === "images" ? { ...step, afterSiblings: ["lead/tell"] } : step,
      ),
    };
    const early: Partial<Life> = {
      days: (step, given) => (step === "images" ? -1 : given),
      departures: [{ kind: "closed-early", step: "images" }],
    };
    expect(propose(runs(6, early), beside)).toMatchObject([
      { rule: "never-waits", wish: { field: "after", value: ["lead/tell"] } },
    ]);
  });

  test("whom an approval is handed to every time is not told to be its approver", () => {
    const records = runs(6, { departures: [{ kind: "handed-over", step: "approve" }] }).map((record) => ({
      ...record,
      tasks: record.tasks.map((task) =>
        task.step === "approve" ? { ...task, assignees: ["demo-jonas"] } : task,
      ),
    }));
    expect(propose(records)).toEqual([]);
  });

  test("two steps without a Latin letter that are added every time are two suggestions, told apart for good", () => {
    const added = propose(
      runs(6, {
        added: [
          ["法律检查", "2026-05-13"],
          ["翻译", "2026-05-13"],
        ],
      }),
    );
    expect(new Set(added.map(({ step }) => step)).size).toBe(2);
    const [first] = added;
    if (!first) throw new Error("Nothing is suggested.");
    const asked = [{ rule: first.rule, step: first.step, hits: 6, wish: first.wish }];
    expect(notAskedBefore(added, asked).map(({ title }) => title)).toEqual([added[1]?.title]);
  });

  test("the title of a step that is always added is not cut within a character", () => {
    const [proposal] = propose(runs(6, { added: [[`${"x".repeat(99)}😀`, "2026-05-13"]] }));
    expect(proposal?.wish).toMatchObject({ step: { title: "x".repeat(99) } });
  });

  test("where the text is right, at most five of a hundred processes are suggested about", () => {
    const right = { imagesLate: 0, ofTen: 8, isLegalMissing: false } as const;
    const wrong = Array.from({ length: 200 }, (_, index) =>
      knownHistory(1000 + index, 3 + (index % 38), right),
    )
      .map((history) => proposeChanges({ ...history, handbook }))
      .filter((proposals) => proposals.length > 0);
    expect(wrong.length).toBeLessThanOrEqual(10);
  });
});
