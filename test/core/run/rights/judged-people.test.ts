import { expect, test } from "vitest";
import type { LedgerEntry } from "../../../../core/run/ledger/ledger.ts";
import { judgedPeople } from "../../../../core/run/rights/judged-people.ts";
import type { OpenQuestion } from "../../../../core/run/state/open-question.ts";
import type { TaskState } from "../../../../core/run/state/task-state.ts";
import { writeStarterAbove } from "../../../../core/run/step-issue/starter-above.ts";
import { plainLedger } from "../ledger/sample-ledger.ts";
import { childRun, factsWith, handbookWith, issue, task } from "./rights-facts.ts";

const day = plainLedger.checkedOn;
const at = "2026-11-03T09:00:00Z";
const early = "2026-11-01T09:00:00Z";
const judge = task("judge", "approval");
const second = task("second", "approval");
const draft = (change: Partial<TaskState> = {}) => task("draft", "task", { people: ["ann"], ...change });
const entry = (change: object) => ({ at, by: "someone", byId: null, ...change }) as LedgerEntry;

/** A newer text gives the draft to ann, whoever had it. */
const moved = (inTurn?: readonly string[]) =>
  entry({ kind: "upgraded", people: new Map([["draft", ["ann"]]]), ...(inTurn && { inTurn }) });

/** Logins, and ids where there is no login, each once. */
const judged = (of: TaskState | undefined, more: Parameters<typeof factsWith>[0]) => [
  ...new Set(judgedPeople(of, factsWith(more)).map(({ login, id }) => (login === "" ? String(id) : login))),
];

test.each<[string, Partial<TaskState>, readonly LedgerEntry[], readonly string[]]>([
  ["whoever has the work", {}, [], ["ann"]],
  ["nobody for work that was left out", { isLeftOut: true, endedBy: "zoe" }, [], []],
  ["whoever its issue was given to", { issue: issue({ assignees: ["anna"] }) }, [], ["ann", "anna"]],
  ["whoever ended it last", { endedBy: "zoe" }, [], ["ann", "zoe"]],
  ["who closed it", {}, [entry({ kind: "closed", step: "draft" })], ["ann", "someone"]],
  ["who skipped it", {}, [entry({ kind: "skipped", step: "draft" })], ["ann", "someone"]],
  ["who decided it", {}, [entry({ kind: "decided", step: "draft" })], ["ann", "someone"]],
  ["not who opened it again", {}, [entry({ kind: "reopened", step: "draft" })], ["ann"]],
  ["not who closed another step", {}, [entry({ kind: "closed", step: "print" })], ["ann"]],
  [
    "who had it when it ended",
    {},
    [entry({ kind: "closed", step: "draft", hadBy: [8, 9] })],
    ["ann", "someone", "8", "9"],
  ],
  [
    "who handed it on when it was its turn",
    { readyAt: at },
    [entry({ kind: "handed", step: "draft", from: ["bea"], hadBy: [9], to: ["ann"] })],
    ["ann", "bea", "9"],
  ],
  [
    "not who handed it on before",
    { readyAt: at },
    [entry({ kind: "handed", step: "draft", from: ["bea"], hadBy: [9], to: ["ann"], at: early })],
    ["ann"],
  ],
  [
    "not who handed it on while it had no turn",
    {},
    [entry({ kind: "handed", step: "draft", from: ["bea"], to: ["ann"] })],
    ["ann"],
  ],
  [
    "who handed it on when it was its turn before",
    {},
    [entry({ kind: "handed", step: "draft", from: ["bea"], hadBy: [9], to: ["ann"], inTurn: true })],
    ["ann", "bea", "9"],
  ],
  [
    "who wrote in it before its turn",
    {},
    [entry({ kind: "worked", step: "draft", byId: 9 })],
    ["ann", "someone"],
  ],
  ["not who wrote in another step", {}, [entry({ kind: "worked", step: "print" })], ["ann"]],
  ["whom a newer text took it from when it was its turn", {}, [moved(["draft"])], ["ann", "ines"]],
  ["whom it took it from since its turn came", { readyAt: at }, [moved()], ["ann", "ines"]],
  ["not whom it took it from before", { readyAt: at }, [{ ...moved(), at: early }], ["ann"]],
  ["not whom it took another step from", {}, [moved(["print"])], ["ann"]],
  [
    "nobody more where a hand-over names nobody",
    { readyAt: at },
    [entry({ kind: "handed", step: "draft", to: ["ann"] })],
    ["ann"],
  ],
  [
    "not who handed another step on",
    { readyAt: at },
    [entry({ kind: "handed", step: "print", from: ["bea"], to: ["ann"] })],
    ["ann"],
  ],
])("an approval judges %s", (_, change, entries, expected) => {
  expect(
    judged(judge, {
      tasks: [draft(change), judge, task("print", "task", { people: ["pia"] })],
      ledger: { entries, baseline: new Map([["draft", { start: day, due: day, people: ["ines"] }]]) },
    }),
  ).toEqual(expected);
});

test.each<[string, readonly string[], readonly string[]]>([
  ["starterApproves: false", ["starterApproves: false"], ["stan", "ann"]],
  ["no word about them", [], ["ann"]],
  ["starterApproves: false, approvals: open", ["starterApproves: false", "approvals: open"], ["ann"]],
])("with %s it judges, of the starter and the author, %j", (_, lines, expected) => {
  expect(judged(judge, { tasks: [draft(), judge], handbook: handbookWith(lines) })).toEqual(expected);
});

test.each<[string, readonly string[], readonly string[]]>([
  ["starterApproves: false", ["starterApproves: false"], ["stan", "ann"]],
  ["no word about them", [], ["ann"]],
])(
  "with %s it judges in a run inside another one, of who started that and the author, %j",
  (_, lines, expected) => {
    const inside = childRun();
    const writtenBody = `${inside.writtenBody}\n${writeStarterAbove({ login: "stan", id: 3 })}`;
    const run = { ...inside, writtenBody };
    expect(judged(judge, { tasks: [draft(), judge], handbook: handbookWith(lines), run })).toEqual(expected);
  },
);

const question = (subject: string) => ({ subject }) as OpenQuestion;
const child = (change: Parameters<typeof childRun>[0] = {}) =>
  task("inside", "process", { issue: childRun(change) });
const over = [entry({ kind: "closed", step: "look", by: "ed", early: false })];

test.each<[string, TaskState, readonly string[]]>([
  ["a task", draft(), []],
  ["a decision that an approval hangs on", task("risky", "decision"), ["ann"]],
  ["a decision that none hangs on", task("how", "decision"), []],
  [
    "a task that asks the question of that decision",
    task("print", "task", { question: question("risky") }),
    ["ann"],
  ],
  [
    "a task in which a value is entered that an approval hangs on",
    task("print", "task", { definition: { collect: [{ id: "risky" }] } as never }),
    ["ann"],
  ],
  [
    "a task in which another value is entered",
    task("print", "task", { definition: { collect: [{ id: "how" }] } as never }),
    [],
  ],
  ["a task that asks another question", task("print", "task", { question: question("how") }), []],
  ["a run with an approval that waits", child(), ["ann"]],
  ["a run whose approval is over", child({ entries: over }), []],
  ["a run that has not begun", child({ startedAt: null }), []],
  ["a process without an issue", task("inside", "process"), []],
  ["a task with the issue of a run", task("print", "task", { issue: childRun() }), []],
])("of %s are judged: %s", (_, of, expected) => {
  expect(judged(of, { tasks: [draft(), second, of] })).toEqual(expected);
});

test("of a decision that a run with an approval in it hangs on are judged those whose work that approval judges", () => {
  const much = task("much", "decision", { people: ["law"] });
  const deep = task("deep", "process", { people: ["pia"], issue: childRun() });
  expect(judged(much, { tasks: [draft(), much, deep] })).toEqual(["ann"]);
});

test.each<[string, object, readonly string[]]>([
  ["who said that it was done", { of: "closed", byId: 5 }, ["ann", "someone", "8"]],
  ["whoever it had been handed to", { of: "handed", byId: 5 }, ["ann", "8"]],
  ["nobody for a date", { of: "due", byId: 5 }, ["ann"]],
  ["who said so before its turn", { of: "closed", at: early }, ["ann", "someone", "8"]],
  ["nobody it had been handed to before its turn", { of: "handed", at: early }, ["ann"]],
  [
    "whoever it had been handed to when it was its turn before",
    { of: "handed", at: early, inTurn: true },
    ["ann", "8"],
  ],
  ["nobody for what was taken back on another step", { of: "closed", step: "print" }, ["ann"]],
])("an approval judges, of what was taken back, %s", (_, change, expected) => {
  const undone = entry({ kind: "undone", step: "draft", hadBy: [8], comment: 3, asked: 2, ...change });
  expect(judged(judge, { tasks: [draft({ readyAt: at }), judge], ledger: { entries: [undone] } })).toEqual(
    expected,
  );
});

test.each<[string, Parameters<typeof factsWith>[0], readonly string[]]>([
  ["a run of nobody else", { tasks: [draft(), judge] }, []],
  ["a run inside another one", { tasks: [draft(), judge], run: childRun() }, ["ann"]],
  ["one whose approval is given", { tasks: [draft(), { ...judge, status: "done" }], run: childRun() }, []],
  [
    "one whose approval was left out",
    { tasks: [draft(), { ...judge, isLeftOut: true }], run: childRun() },
    [],
  ],
  ["one with a run in it that has an approval", { tasks: [draft(), child()], run: childRun() }, ["ann"]],
])("without a step, of %s", (_, more, expected) => {
  expect(judged(undefined, more)).toEqual(expected);
});

test.each<[string, Parameters<typeof childRun>[0], readonly string[]]>([
  ["those who have its steps", {}, ["ann", "ed"]],
  [
    "who closed one of them, and who had it",
    { entries: [entry({ kind: "closed", step: "write", early: false, hadBy: [9] })] },
    ["ann", "ed", "someone", "9"],
  ],
  [
    "who got one, and who had it",
    { entries: [entry({ kind: "handed", step: "write", to: ["bea"], hadBy: [9], reason: "", comment: 1 })] },
    ["ann", "ed", "bea", "9"],
  ],
  ["not who opened one again", { entries: [entry({ kind: "reopened", step: "write" })] }, ["ann", "ed"]],
  [
    "who said that one was done, and took that back",
    { entries: [entry({ kind: "undone", of: "closed", step: "write", hadBy: [9], comment: 3, asked: 2 })] },
    ["ann", "ed", "someone", "9"],
  ],
  [
    "who got one for a time",
    {
      entries: [
        entry({ kind: "undone", of: "handed", step: "write", hadBy: [9], by: "stan", comment: 3, asked: 2 }),
      ],
    },
    ["ann", "ed", "9"],
  ],
  [
    "who got one by a newer text",
    {
      entries: [
        entry({
          kind: "upgraded",
          from: "abc",
          revision: "def",
          files: [],
          people: new Map([["write", ["bea"]]]),
          answers: new Map(),
          gone: new Map(),
          reworded: new Map(),
          comment: 1,
        }),
      ],
    },
    ["ann", "ed", "bea"],
  ],
  [
    "who has one that only it has",
    {
      entries: [
        entry({
          kind: "added",
          step: "added-1",
          title: "Ask",
          person: "bea",
          date: "2026-11-05",
          reason: "",
          comment: 1,
        }),
      ],
    },
    ["ann", "ed", "bea"],
  ],
])("an approval of a step that is a run judges %s", (_, ledger, expected) => {
  const run = task("draft", "process", { issue: childRun(ledger) });
  expect(judged(judge, { tasks: [run, judge] })).toEqual(expected);
});

test.each<[string, TaskState]>([
  ["a task, whatever its issue says", task("draft", "task", { issue: childRun() })],
  ["a run whose issue is not made", task("draft", "process")],
  ["a run that has no notes", task("draft", "process", { issue: childRun({}, { comments: [] }) })],
  ["an issue that is no run", task("draft", "process", { issue: { ...childRun(), writtenBody: "" } })],
])("it judges nobody inside of %s", (_, work) => {
  expect(judged(judge, { tasks: [work, judge] })).toEqual([]);
});
