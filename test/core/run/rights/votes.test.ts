import { describe, expect, test } from "vitest";
import type { LedgerEntry } from "../../../../core/run/ledger/ledger.ts";
import { type Account, countPeople } from "../../../../core/run/people/account.ts";
import { partsSpokenFor } from "../../../../core/run/people/parts-spoken-for.ts";
import { taskProgressOf } from "../../../../core/run/state/task-progress.ts";
import type { TaskState } from "../../../../core/run/state/task-state.ts";
import { plainLedger } from "../ledger/sample-ledger.ts";
import { happens, smallHandbook, smallRun } from "../small-handbook.ts";
import { factsWith, handbookWith, task } from "./rights-facts.ts";

const account = (login: string, id: number | null = null): Account => ({ login, id });

test.each([
  ["nobody", [], 0],
  ["one", [account("ed")], 1],
  ["one twice", [account("ed", 5), account("Ed", 5)], 1],
  ["one under two names", [account("ed", 5), account("zoe", 7), account("eddie", 5)], 2],
  ["a name that another account has since", [account("ed", 5), account("ed", 6)], 1],
  ["one whose account is not known", [account("ed"), account("ed", 5)], 1],
  ["two", [account("ed", 5), account("law", 6)], 2],
  ["two whose accounts are not known", [account("ed"), account("law")], 2],
])("people are counted once: %s", (_who, accounts, count) => {
  expect(countPeople(accounts)).toBe(count);
});

describe("the parts that somebody speaks for", () => {
  const parts = [
    { role: "editor", people: ["ed"] },
    { role: "lawyer", people: ["law"] },
  ];
  const given = (role: string, by: string, byId: number | null = null) => ({ role, by, byId, texts: [] });
  const bothAway = "ed: 2026-11-03\nlaw: 2026-11-03\n";
  const judge = (policy: string, change: Partial<TaskState>) =>
    task("judge", "approval", {
      parts,
      approvedBy: [],
      definition: { policy, approvers: ["editor", "lawyer"] } as never,
      ...change,
    });
  const rolesOf = (who: Account, absences: string, policy: string, change: Partial<TaskState>) => {
    // dee is the editor's deputy, and was named beside the lawyer in the start form.
    const facts = factsWith({
      handbook: handbookWith([], absences),
      ledger: { peopleByRole: new Map([["lawyer", ["dee"]]]), accounts: new Map([["ed", 5]]) },
    });
    const day = "2026-11-03" as never;
    return partsSpokenFor(who, judge(policy, change), day, facts).map(({ role }) => role);
  };

  test.each<[string, Account, string, string, Partial<TaskState>, string[]]>([
    ["their own", account("ed", 5), "", "all", {}, ["editor"]],
    ["their own under another name", account("eddie", 5), "", "all", {}, ["editor"]],
    ["none under a name taken over", account("ed", 6), "", "all", {}, []],
    [
      "both, where both are theirs",
      account("ed", 5),
      "",
      "all",
      { parts: parts.map((part) => ({ ...part, people: ["ed"] })) },
      ["editor", "lawyer"],
    ],
    [
      "their own also when they have agreed",
      account("ed", 5),
      "",
      "all",
      { approvedBy: [given("editor", "ed", 5)] },
      ["editor"],
    ],
    [
      "no second one that became theirs after they had agreed",
      account("ed", 5),
      "",
      "all",
      {
        parts: parts.map((part) => ({ ...part, people: ["ed"] })),
        approvedBy: [given("editor", "ed", 5)],
      },
      ["editor"],
    ],
    [
      "none that became theirs after they had agreed for somebody else",
      account("dee", 8),
      "",
      "all",
      {
        parts: parts.map((part) => (part.role === "lawyer" ? { ...part, people: ["dee"] } : part)),
        approvedBy: [given("editor", "de", 8)],
      },
      [],
    ],
    [
      "one that became theirs after they had agreed, where one is enough",
      account("dee"),
      "",
      "any",
      {
        parts: parts.map((part) => (part.role === "lawyer" ? { ...part, people: ["dee"] } : part)),
        approvedBy: [given("editor", "dee")],
      },
      ["lawyer"],
    ],
    ["none while nobody is away", account("dee"), "", "all", {}, []],
    ["one of two who are away", account("dee"), bothAway, "all", {}, ["editor"]],
    [
      "the one that is open",
      account("dee"),
      bothAway,
      "all",
      { approvedBy: [given("editor", "ed", 5)] },
      ["lawyer"],
    ],
    [
      "none after they have agreed to one",
      account("dee"),
      bothAway,
      "all",
      { approvedBy: [given("editor", "dee")] },
      [],
    ],
    [
      "none after they have agreed under another name",
      account("dee", 8),
      bothAway,
      "all",
      { approvedBy: [given("editor", "de", 8)] },
      [],
    ],
    ["all of them, where one is enough", account("dee"), bothAway, "any", {}, ["editor", "lawyer"]],
  ])("%s", (_what, who, absences, policy, change, roles) => {
    expect(rolesOf(who, absences, policy, change)).toEqual(roles);
  });
});

describe("two of three have to agree", () => {
  const { processes } = smallHandbook([
    "id: draft, title: Draft, role: author, due: +1d",
    "id: judge, title: Judge, kind: approval, approvers: [editor, lawyer, lead], policy: 2, approves: draft, due: +8d",
  ]);
  const work = processes.get("work");
  if (!work) throw new Error("The handbook lacks the process.");
  const approved = (by: string, byId: number | null, ...roles: string[]): LedgerEntry => ({
    kind: "approved",
    step: "judge",
    at: "2026-11-03T09:00:00Z",
    by,
    byId,
    roles,
    texts: [],
    comment: 1,
  });

  test.each<[string, LedgerEntry[], "done" | undefined]>([
    ["one for two roles", [approved("ed", 5, "editor", "lawyer")], undefined],
    ["one after the other", [approved("ed", 5, "editor"), approved("ed", 5, "lawyer")], undefined],
    ["one under two names", [approved("ed", 5, "editor"), approved("eddie", 5, "lawyer")], undefined],
    ["two", [approved("ed", 5, "editor"), approved("law", 6, "lawyer")], "done"],
    ["two, one for two roles", [approved("ed", 5, "editor", "lawyer"), approved("lea", 7, "lead")], "done"],
  ])("%s", (_who, entries, status) => {
    expect(taskProgressOf("judge", { ...plainLedger, entries }, work).status).toBe(status);
  });
});

test("who had a step only before its turn judges it", () => {
  const run = smallRun(
    smallHandbook([
      "id: plan, title: Plan, role: lawyer, due: +1d",
      "id: draft, title: Draft, role: author, due: +3d",
      "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, due: +8d",
    ]),
    { permissions: { stan: "write", ed: "write" } },
  );
  happens(run, () => run.comment(run.step("Draft").number, "stan", "/hand-to @ed ann is ill"));
  happens(run, () => run.comment(run.step("Draft").number, "stan", "/undo"));
  happens(run, () => run.close(run.step("Plan").number, "law"));
  happens(run, () => run.close(run.step("Draft").number, "ann"));
  happens(run, () => run.comment(run.step("Judge").number, "ed", "/approve"));
  expect(run.step("Judge").state).toBe("closed");
});
