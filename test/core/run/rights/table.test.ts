import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commandNames } from "../../../../core/run/index.ts";
import { mayDo, rightFor } from "../../../../core/run/rights/may-do.ts";
import {
  type Act,
  type Approvals,
  handActs,
  type Standing,
  standings,
  subjects,
} from "../../../../core/run/rights/right.ts";
import { rights } from "../../../../core/run/rights/rights.ts";

/** Who may, one letter each: team, writer, starter, doer, accountable, approver; `!` where not by those whose work is judged; `?` with a reason. */
const expected: Readonly<Record<string, string>> = {
  "status start": "twsdav",
  "status run": "twsdav",
  "status task": "twsdav",
  "help approval": "twsdav",
  "undo run": "twsdav",
  "undo task": "twsdav",
  "undo start": "",
  "go start": "t",
  "go run": "",
  "cancel start": "ts",
  "cancel run": "wsa?",
  "cancel task": "",
  "done task": "wsda",
  "done process": "wsda",
  "done approval": "",
  "done decision": "",
  "due task": "wsda?",
  "due process": "wsda?",
  "due approval": "wsdav?",
  "skip task": "wsda?",
  "skip process": "wsda?",
  "hand-to task": "wsda?",
  "hand-to process": "wsda?",
  "approve approval": "v!",
  "approve task": "",
  "changes approval": "v!?",
  "hand-to approval": "av!?",
  "assign approval": "av!?",
  "decide decision": "da",
  "decide task": "",
  "decide gate-decision": "da",
  "reopen gate-decision": "da",
  "due gate-decision": "wsda?",
  "hand-to decision": "wsda?",
  "skip decision": "wsda?",
  "answer task": "wsda",
  "answer decision": "wsda",
  "answer approval": "sa!",
  "add run": "wsa?",
  "move run": "wsa?",
  "upgrade run": "wsa",
  "add start": "",
  "close-completed task": "wsda",
  "close-completed approval": "",
  "close-completed decision": "",
  "close-not-planned task": "wsda?",
  "close-not-planned run": "wsa?",
  "close-duplicate task": "",
  "close-duplicate approval": "",
  "close-duplicate run": "",
  "reopen task": "wsda",
  "reopen approval": "wsdav",
  "reopen decision": "da",
  "assign task": "wsda?",
  "date task": "wsda?",
  "date approval": "wsdav?",
  "date checkpoint": "wsda?",
  "add-sub-issue run": "wsa",
};
/** What a gate of that kind shares with the same thing without an approval in it; the rest is below. */
const alike = [
  ["gate-task", "task", ["status", "help", "undo", "reopen", "due", "date", "answer"]],
  ["gate-run", "run", ["status", "help", "undo", "add", "move", "upgrade", "add-sub-issue", "reopen"]],
  [
    "gate-process",
    "process",
    [
      "status",
      "help",
      "undo",
      "done",
      "close-completed",
      "reopen",
      "due",
      "date",
      "hand-to",
      "assign",
      "answer",
    ],
  ],
] as const;
const gates: Readonly<Record<Approvals, Readonly<Record<string, string>>>> = {
  locked: {
    "skip approval": "a!?",
    "close-not-planned approval": "a!?",
    "upgrade approval": "a!",
    "cancel gate-run": "a!?",
    "close-not-planned gate-run": "a!?",
    "done gate-task": "da",
    "close-completed gate-task": "da",
    "hand-to gate-task": "da?",
    "assign gate-task": "da?",
    "skip gate-task": "a!?",
    "close-not-planned gate-task": "a!?",
    "skip gate-process": "a!?",
    "close-not-planned gate-process": "a!?",
    "skip gate-decision": "a!?",
    "close-not-planned gate-decision": "a!?",
    "hand-to gate-decision": "da?",
    "assign gate-decision": "da?",
  },
  open: {
    "skip approval": "wsda?",
    "close-not-planned approval": "wsda?",
    "upgrade approval": "wsa",
    "cancel gate-run": "wsa?",
    "close-not-planned gate-run": "wsa?",
    "done gate-task": "wsda",
    "close-completed gate-task": "wsda",
    "hand-to gate-task": "wsda?",
    "assign gate-task": "wsda?",
    "skip gate-task": "wsda?",
    "close-not-planned gate-task": "wsda?",
    "skip gate-process": "wsda?",
    "close-not-planned gate-process": "wsda?",
    "skip gate-decision": "wsda?",
    "close-not-planned gate-decision": "wsda?",
    "hand-to gate-decision": "wsda?",
    "assign gate-decision": "wsda?",
  },
};
const letters: Readonly<Record<Standing, string>> = {
  team: "t",
  writer: "w",
  starter: "s",
  doer: "d",
  accountable: "a",
  approver: "v",
};
const acts: readonly Act[] = [...commandNames, ...handActs, "answer"];

describe.each(["locked", "open"] as const)("with approvals: %s", (approvals) => {
  const cells = Object.entries({ ...expected, ...gates[approvals] }).flatMap(([cell, who]) =>
    standings.map((standing) => [cell, standing, who] as const),
  );
  test.each(cells)("%s by a %s (of %s)", (cell, standing, who) => {
    const [act, on] = cell.split(" ") as [Act, (typeof subjects)[number]];
    const may = who.includes(letters[standing]);
    const ask = (isJudged: boolean) =>
      mayDo(act, on, approvals, { standings: new Set([standing]), isJudged });
    expect(ask(false).may).toBe(may);
    expect(ask(true).may).toBe(may && !who.includes("!"));
    const verdict = ask(false);
    if (verdict.may) expect(verdict.reason !== "never").toBe(who.includes("?"));
  });

  test.each(alike)("a %s is as a %s in all that is not a cell of its own", (gate, plain, same) => {
    for (const act of acts) {
      if (gates[approvals][`${act} ${gate}`] !== undefined) continue;
      expect(rightFor(act, gate, approvals)).toBe(rightFor(act, plain, approvals));
      expect(rightFor(act, gate, approvals) !== undefined).toBe((same as readonly Act[]).includes(act));
    }
  });

  test("a visitor may nothing, anywhere", () => {
    for (const act of acts)
      for (const on of subjects)
        expect(mayDo(act, on, approvals, { standings: new Set(), isJudged: false })).toMatchObject({
          may: false,
          because: "visitor",
        });
  });

  test("no two rows speak of one cell", () => {
    for (const act of acts)
      for (const on of subjects) {
        const rows = rights.filter(
          (row) =>
            row.acts.includes(act) && row.on.includes(on) && (row.approvals ?? approvals) === approvals,
        );
        expect(rows.length).toBeLessThanOrEqual(1);
      }
  });
});

const claim = fc.record({
  standings: fc.subarray([...standings]).map((list) => new Set(list)),
  isJudged: fc.boolean(),
});
const anyAct = fc.constantFrom(...acts);
const anySubject = fc.constantFrom(...subjects);
const anyApprovals = fc.constantFrom<Approvals>("locked", "open");

test("nobody gains by being judged, and nobody loses by being more", () => {
  fc.assert(
    fc.property(
      anyAct,
      anySubject,
      anyApprovals,
      claim,
      fc.constantFrom(...standings),
      (act, on, mode, who, more) => {
        const now = mayDo(act, on, mode, who).may;
        if (mayDo(act, on, mode, { ...who, isJudged: true }).may) expect(now).toBe(true);
        if (now)
          expect(mayDo(act, on, mode, { ...who, standings: new Set([...who.standings, more]) }).may).toBe(
            true,
          );
      },
    ),
  );
});

test("locked approvals end by nobody whose work is judged", () => {
  fc.assert(
    fc.property(claim, (who) => {
      for (const act of [
        "approve",
        "changes",
        "skip",
        "hand-to",
        "assign",
        "close-not-planned",
        "answer",
      ] as const)
        expect(mayDo(act, "approval", "locked", { ...who, isJudged: true }).may).toBe(false);
      for (const act of ["skip", "close-not-planned", "cancel"] as const)
        for (const gate of ["gate-decision", "gate-task", "gate-process", "gate-run"] as const)
          expect(mayDo(act, gate, "locked", { ...who, isJudged: true }).may).toBe(false);
    }),
  );
});
