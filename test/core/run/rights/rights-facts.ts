import type { StepKind } from "../../../../core/definition/index.ts";
import { writeFormBody } from "../../../../core/form/index.ts";
import type { Ledger } from "../../../../core/run/ledger/ledger.ts";
import { writeMarker } from "../../../../core/run/notes/index.ts";
import type { ObservedIssue, Permission } from "../../../../core/run/observed/observed-run.ts";
import type { RightsFacts } from "../../../../core/run/rights/claim-of.ts";
import type { RunHandbook } from "../../../../core/run/run-handbook.ts";
import type { RunState, TaskState } from "../../../../core/run/state/task-state.ts";
import { text } from "../../../../core/text/index.ts";
import { statusComment } from "../ledger/observed-notes.ts";
import { plainLedger } from "../ledger/sample-ledger.ts";
import { smallHandbook } from "../small-handbook.ts";

const steps = [
  "id: draft, title: Draft, role: author, due: +1d",
  "id: judge, title: Judge, kind: approval, approvers: [editor, lawyer], approves: draft, due: +8d",
  'id: risky, title: Is it risky, kind: decision, role: lawyer, options: ["yes", "no"], after: judge, due: +9d',
  'id: second, title: Second look, kind: approval, approvers: [lawyer], approves: draft, after: risky, when: { risky: "yes" }, due: +10d',
  'id: how, title: How, kind: decision, role: lawyer, options: ["yes", "no"], after: judge, due: +9d',
  "id: print, title: Print, role: author, accountable: editor, after: how, due: +11d",
  'id: much, title: How much, kind: decision, role: lawyer, options: ["yes", "no"], after: judge, due: +9d',
  'id: deep, title: Deep, kind: process, process: inside, role: author, after: much, when: { much: "yes" }, due: +20d',
  "id: inside, title: Inside, kind: process, process: inside, role: author, due: +20d",
];
const inside = `---
title: Inside
summary: Some work inside.
outcome: It is done.
trigger: Somebody asks.
owner: lead
steps:
  - { id: write, title: Write it, role: author, due: +1d }
  - { id: look, title: Look at it, kind: approval, approvers: [editor], approves: write, due: +3d }
---
`;
const day = plainLedger.checkedOn;

/** The handbook of these tables, with more lines in handbook.yml and who is away. */
export function handbookWith(lines: readonly string[] = [], absences = ""): RunHandbook {
  const files = {
    "handbook.yml": ["title: Handbook", "timeZone: UTC", "confirm: never", ...lines, ""].join("\n"),
    "content/inside.mdx": inside,
    ...(absences === "" ? {} : { "absences.yml": absences }),
  };
  return { handbook: smallHandbook(steps, { files }) } as RunHandbook;
}

/** A step that waits, and has nobody. */
export function task(step: string, kind: StepKind, change: Partial<TaskState> = {}): TaskState {
  return { step, kind, people: [], parts: [], status: "active", isLeftOut: false, ...change } as TaskState;
}

/** What rights rest on, in a run of that handbook where everybody of `permissions` is there. */
export function factsWith({
  tasks = [],
  handbook = handbookWith(),
  ledger = {},
  run = {},
  permissions = {},
  assignable = [],
  accounts = {},
}: {
  readonly tasks?: readonly TaskState[];
  readonly handbook?: RunHandbook;
  readonly ledger?: Partial<Ledger>;
  readonly run?: Partial<ObservedIssue>;
  readonly permissions?: Readonly<Record<string, Permission>>;
  readonly assignable?: readonly string[];
  readonly accounts?: Readonly<Record<string, number>>;
}): RightsFacts {
  const definition = handbook.handbook.processes.get("work");
  if (!definition) throw new Error("The handbook lacks the process.");
  return {
    ledger: { ...plainLedger, startedBy: "stan", ...ledger },
    state: { tasks } as unknown as RunState,
    definition,
    handbook,
    people: {
      isAssignable: new Map(assignable.map((login) => [login, true])),
      permissions: new Map(Object.entries(permissions)),
      accounts: new Map(Object.entries(accounts)),
    },
    run: issue({ isOurs: false, ...run }),
    at: "2026-11-03T09:00:00Z",
  };
}

/** An issue of the bot that nobody has been given. */
export function issue(change: Partial<ObservedIssue> = {}): ObservedIssue {
  return {
    isOurs: true,
    assignment: null,
    assignees: [],
    writtenBody: "",
    comments: [],
    ...change,
  } as unknown as ObservedIssue;
}

/** The step `inside` as a run of its own that has begun: ann has the work in it, and ed is to approve it. */
export function childRun(ledger: Partial<Ledger> = {}, change: Partial<ObservedIssue> = {}): ObservedIssue {
  const process = handbookWith().handbook.processes.get("inside");
  if (!process) throw new Error("The handbook lacks the process.");
  const form = `### ${text.form.processLabel}\n\ninside\n\n${writeFormBody(process, day, new Map())}`;
  const baseline = new Map([
    ["write", { start: day, due: day, people: ["ann"] }],
    ["look", { start: day, due: day, people: ["ed"] }],
  ]);
  const noted = { ...plainLedger, process: "inside", baseline, ...ledger };
  return issue({
    writtenBody: `${writeMarker("step", { run: 7, step: "inside", revision: "abc" })}\n\n${form}`,
    comments: [statusComment(noted)],
    ...change,
  });
}
