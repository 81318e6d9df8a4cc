import { expect, test } from "vitest";
import type { LedgerEntry } from "../../../../core/run/ledger/ledger.ts";
import { accountableFor } from "../../../../core/run/rights/accountable-for.ts";
import type { TaskState } from "../../../../core/run/state/task-state.ts";
import { factsWith, handbookWith, task } from "./rights-facts.ts";

const everyone = {
  lea: "write",
  dora: "write",
  ann: "write",
  ed: "write",
  dee: "write",
  law: "write",
} as const;
const print = task("print", "task", { definition: { accountable: "editor" } } as never);
const plain = task("draft", "task", { people: ["ann"] });
const judge = task("judge", "approval");
const drafted = (...people: readonly string[]) => [{ ...plain, people }, judge, task("second", "approval")];
/** A step given to lea. */
const given = (kind: "handed" | "added", by: string, step = "draft") =>
  ({
    kind,
    step: kind === "added" ? "added-9" : step,
    to: ["lea"],
    person: "lea",
    before: ["judge"],
    by,
    byId: null,
    at: "2026-11-02T09:00:00Z",
  }) as unknown as LedgerEntry;
const away = (...logins: readonly string[]) =>
  handbookWith([], logins.map((login) => `${login}: 2026-11-01..2026-11-30\n`).join(""));

test.each<[string, TaskState | undefined, Parameters<typeof factsWith>[0], readonly string[]]>([
  ["the run: its owner", undefined, {}, ["lea"]],
  ["a step without a role of its own: the owner", plain, {}, ["lea"]],
  ["a step that names a role: its people", print, {}, ["ed"]],
  ["a step whose role is away: its deputies too", print, { handbook: away("ed") }, ["ed", "dee"]],
  ["a step whose deputy is away: its people", print, { handbook: away("dee") }, ["ed"]],
  [
    "a step whose people have left: the deputies",
    print,
    { permissions: { dee: "write", lea: "write" } },
    ["dee"],
  ],
  ["a step whose role has left: the owner", print, { permissions: { lea: "write" } }, ["lea"]],
  ["a step, where all have left: nobody", print, { permissions: {} }, []],
  [
    "the run, where the owner may be assigned only",
    undefined,
    { permissions: {}, assignable: ["lea"] },
    ["lea"],
  ],
  [
    "the run, where another has the owner's login now",
    undefined,
    { ledger: { accounts: new Map([["lea", 1]]) }, accounts: { lea: 2 } },
    ["dora"],
  ],
  [
    "the run, where the owner has it still",
    undefined,
    { ledger: { accounts: new Map([["lea", 1]]) }, accounts: { lea: 1 } },
    ["lea"],
  ],
  [
    "the run, for whoever was named at the start",
    undefined,
    { ledger: { peopleByRole: new Map([["lead", ["ann"]]]) } },
    ["ann", "lea"],
  ],
  ["an approval of somebody else's work", judge, { tasks: drafted("ann") }, ["lea"]],
  ["an approval of the owner's work", judge, { tasks: drafted("lea") }, ["dora"]],
  [
    "an approval of the owner's work, which the deputy gave to them",
    judge,
    { tasks: drafted("lea"), ledger: { entries: [given("handed", "dora")] } },
    [],
  ],
  [
    "the same, as a step of its own before it",
    judge,
    { tasks: drafted("lea"), ledger: { entries: [given("added", "dora")] } },
    [],
  ],
  [
    "an approval of the owner's work, which the deputy gave to them when they began the run",
    judge,
    {
      tasks: drafted("lea"),
      ledger: { startedBy: "dora", peopleByRole: new Map([["author", ["lea"]]]) },
      run: { author: "dora" },
    },
    [],
  ],
  [
    "an approval of the owner's work, which somebody else gave to them",
    judge,
    { tasks: drafted("lea"), ledger: { entries: [given("handed", "ann")] } },
    ["dora"],
  ],
  [
    "an approval of the owner's work, where the deputy gave them another step",
    judge,
    { tasks: drafted("lea"), ledger: { entries: [given("handed", "dora", "print")] } },
    ["dora"],
  ],
  ["an approval of the work of all of them", judge, { tasks: drafted("lea", "dora") }, []],
  [
    "a decision that an approval of their work hangs on",
    task("risky", "decision"),
    { tasks: drafted("lea") },
    ["dora"],
  ],
  ["a decision that none hangs on", task("how", "decision"), { tasks: drafted("lea") }, ["lea"]],
  ["a task of their own", plain, { tasks: drafted("lea") }, ["lea"]],
  [
    "a run that asks what an approval hangs on",
    task("inside", "process", { question: { subject: "risky" } } as never),
    { tasks: drafted("lea") },
    ["dora"],
  ],
  [
    "a task that asks it",
    task("print", "task", { question: { subject: "risky" } } as never),
    { tasks: drafted("lea") },
    ["lea"],
  ],
])("%s", (_, of, more, expected) => {
  expect(accountableFor(factsWith({ permissions: everyone, ...more }), of)).toEqual(expected);
});
