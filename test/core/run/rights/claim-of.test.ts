import { describe, expect, test } from "vitest";
import { claimOf } from "../../../../core/run/rights/claim-of.ts";
import type { TaskState } from "../../../../core/run/state/task-state.ts";
import { childRun, factsWith, handbookWith, issue, task } from "./rights-facts.ts";

type More = Parameters<typeof factsWith>[0];

const draft = task("draft", "task", { people: ["ann"] });
const judge = task("judge", "approval", {
  people: ["ed", "law"],
  parts: [
    { role: "editor", people: ["ed"] },
    { role: "lawyer", people: ["law"] },
  ],
});
/** What somebody is, where the people of the roles can be assigned and only `writer` may write. */
const claim = (login: string, more: More, of?: TaskState, id: number | null = null) => {
  const assignable = ["lea", "dora", "ann", "ed", "dee", "law", "stan", "guest"];
  const facts = factsWith({ tasks: [draft, judge], assignable, permissions: { writer: "write" }, ...more });
  const { standings, isJudged } = claimOf({ login, id }, facts, of);
  return [...standings, ...(isJudged ? ["judged"] : [])];
};

describe("of a step", () => {
  test.each<[string, string, TaskState, More, readonly string[]]>([
    ["somebody nobody knows", "guest", draft, {}, []],
    ["who may write", "writer", draft, {}, ["team", "writer"]],
    ["who is named in a role", "dee", draft, {}, ["team"]],
    ["who started the run", "stan", draft, {}, ["starter"]],
    ["who answers for it", "lea", draft, {}, ["team", "accountable"]],
    ["who has it", "ann", draft, {}, ["team", "doer"]],
    ["who has it, in capitals", "ANN", draft, {}, ["team", "doer"]],
    ["who has another step", "ann", task("print", "task", { people: ["pia"] }), {}, ["team"]],
    ["who has its issue", "guest", { ...draft, issue: issue({ assignees: ["guest"] }) }, {}, ["doer"]],
    ["who does not have its issue", "guest", { ...draft, issue: issue({ assignees: ["bea"] }) }, {}, []],
    [
      "who put themselves on its issue",
      "guest",
      { ...draft, issue: issue({ assignees: ["guest"], assignment: { isOurs: false } as never }) },
      {},
      [],
    ],
    ["an approver", "ed", judge, {}, ["team", "approver"]],
    ["whose work it judges", "ann", judge, {}, ["team", "judged"]],
    [
      "an approver who is none of the team",
      "guest",
      { ...judge, parts: [{ role: "editor", people: ["guest"] }] },
      {},
      [],
    ],
    ["a deputy while the approver is there", "dee", judge, {}, ["team"]],
    [
      "a deputy while the approver is away",
      "dee",
      judge,
      { handbook: handbookWith([], "ed: 2026-11-03\n") },
      ["team", "approver"],
    ],
    ["a deputy the day after", "dee", judge, { handbook: handbookWith([], "ed: 2026-11-02\n") }, ["team"]],
    ["an approver who has left", "ed", judge, { assignable: [] }, []],
    ["a judged person who has left", "ann", judge, { assignable: [] }, ["judged"]],
  ])("%s", (_, login, of, more, expected) => {
    expect(claim(login, more, of)).toEqual(expected);
  });
});

describe("of a run", () => {
  test.each<[string, string, More, readonly string[]]>([
    ["who has a step of it", "ann", {}, ["team", "doer"]],
    ["who approves in it", "law", {}, ["team", "approver"]],
    ["who owns it", "lea", {}, ["team", "accountable"]],
    ["who has its issue", "guest", { run: { isOurs: true, assignees: ["guest"] } }, []],
    ["who has the step that it is", "guest", { run: childRun({}, { assignees: ["guest"] }) }, ["starter"]],
    [
      "who said that it may begin",
      "guest",
      {
        run: { isOurs: true },
        ledger: {
          entries: [{ kind: "go", by: "guest", byId: null, at: "2026-11-02T09:00:00Z", comment: 1 }],
        },
      },
      ["starter"],
    ],
    ["nobody, where nobody had to", "stan", { run: { isOurs: true } }, []],
  ])("%s", (_, login, more, expected) => {
    expect(claim(login, more)).toEqual(expected);
  });
});

describe("by the account, not by its name", () => {
  const accounts = new Map([
    ["ann", 1],
    ["ed", 2],
    ["lea", 3],
    ["law", 4],
  ]);
  const ledger = { accounts, startedById: 5 };

  test.each<[string, string, number, TaskState, readonly string[]]>([
    ["who has it, under another name", "guest", 1, draft, ["team", "doer"]],
    ["who took over the name of whoever has it", "ann", 9, draft, []],
    ["an approver under another name", "guest", 2, judge, ["team", "approver"]],
    ["who took over the name of an approver", "ed", 9, judge, []],
    ["the owner under another name", "guest", 3, draft, ["team", "accountable"]],
    ["who took over the name of the owner", "lea", 9, draft, []],
    ["the starter under another name", "guest", 5, draft, ["starter"]],
    ["who took over the name of the starter", "stan", 9, draft, []],
  ])("%s", (_, login, id, of, expected) => {
    const now = { lea: 3, [login]: id };
    expect(claim(login, { ledger, accounts: now }, of, id)).toEqual(expected);
  });
});

describe("an administrator answers where nobody else can", () => {
  const admin = (permission: "admin" | "maintain", assignable: readonly string[]): More => ({
    permissions: { boss: permission },
    assignable,
  });

  test.each<[string, More, TaskState, readonly string[]]>([
    ["the owner is there", admin("admin", ["lea"]), draft, ["team", "writer"]],
    ["all who answer for it have left", admin("admin", []), draft, ["team", "writer", "accountable"]],
    ["they have left, but one may only maintain", admin("maintain", []), draft, ["team", "writer"]],
    [
      "the approval judges all of them",
      { ...admin("admin", ["lea", "dora"]), tasks: [{ ...draft, people: ["lea", "dora"] }, judge] },
      judge,
      ["team", "writer", "accountable"],
    ],
  ])("%s", (_, more, of, expected) => {
    expect(claim("Boss", more, of)).toEqual(expected);
  });
});
