import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commandNames } from "../../../../core/run/index.ts";
import { mayDo, rightFor } from "../../../../core/run/rights/may-do.ts";
import {
  type Act,
  type Approvals,
  handActs,
  type Standing,
  type Subject,
  standings,
  subjects,
} from "../../../../core/run/rights/right.ts";
import { rights } from "../../../../core/run/rights/rights.ts";

/**
 * Who may, one letter each: team, writer, starter, doer, accountable, approver; `!` where not by those whose work is judged; `?` with
 * a reason, `~` with one unless the step may be left out. What is not here, nobody may.
 */
const expected: Readonly<Record<string, string>> = {
  "status start": "twsdav",
  "help start": "twsdav",
  "go start": "t",
  "cancel start": "ts",

  "status run": "twsdav",
  "help run": "twsdav",
  "undo run": "twsdav",
  "reply run": "twsdav",
  "add run": "wsa?",
  "move run": "wsa?",
  "upgrade run": "wsa",
  "add-sub-issue run": "wsa",
  "cancel run": "wsa?",
  "close-not-planned run": "wsa?",
  "reopen run": "wsa",

  "status task": "twsdav",
  "help task": "twsdav",
  "undo task": "twsdav",
  "done task": "wsda",
  "close-completed task": "wsda",
  "reopen task": "wsda",
  "due task": "wsda?",
  "date task": "wsda?",
  "hand-to task": "wsda?",
  "assign task": "wsda?",
  "skip task": "wsda~",
  "close-not-planned task": "wsda~",
  "answer task": "wsda",

  "status process": "twsdav",
  "help process": "twsdav",
  "undo process": "twsdav",
  "done process": "wsda",
  "close-completed process": "wsda",
  "reopen process": "wsda",
  "due process": "wsda?",
  "date process": "wsda?",
  "hand-to process": "wsda?",
  "assign process": "wsda?",
  "skip process": "wsda~",
  "close-not-planned process": "wsda~",
  "answer process": "wsda",

  "status approval": "twsdav",
  "help approval": "twsdav",
  "undo approval": "twsdav",
  "approve approval": "v!",
  "changes approval": "v!?",
  "hand-to approval": "av!?",
  "assign approval": "av!?",
  "due approval": "wsdav?",
  "date approval": "wsdav?",
  "reopen approval": "wsdav",
  "answer approval": "sa!",

  "status decision": "twsdav",
  "help decision": "twsdav",
  "undo decision": "twsdav",
  "decide decision": "da",
  "reopen decision": "da",
  "due decision": "wsda?",
  "date decision": "wsda?",
  "hand-to decision": "wsda?",
  "assign decision": "wsda?",
  "skip decision": "wsda~",
  "close-not-planned decision": "wsda~",
  "answer decision": "wsda",

  "status gate-decision": "twsdav",
  "help gate-decision": "twsdav",
  "undo gate-decision": "twsdav",
  "decide gate-decision": "da",
  "reopen gate-decision": "da",
  "due gate-decision": "wsda?",
  "date gate-decision": "wsda?",

  "status checkpoint": "twsdav",
  "help checkpoint": "twsdav",
  "undo checkpoint": "twsdav",
  "due checkpoint": "wsda?",
  "date checkpoint": "wsda?",
  "skip checkpoint": "wsda~",
  "close-not-planned checkpoint": "wsda~",
  "answer checkpoint": "wsda",
};
/** What a gate of that kind shares with the same thing without an approval in it; the rest is below. */
const alike = [
  ["gate-task", "task", ["status", "help", "undo", "reopen", "due", "date", "answer"]],
  [
    "gate-run",
    "run",
    ["status", "help", "undo", "reply", "add", "move", "upgrade", "add-sub-issue", "reopen"],
  ],
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
    "skip approval": "wsda~",
    "close-not-planned approval": "wsda~",
    "upgrade approval": "wsa",
    "cancel gate-run": "wsa?",
    "close-not-planned gate-run": "wsa?",
    "done gate-task": "wsda",
    "close-completed gate-task": "wsda",
    "hand-to gate-task": "wsda?",
    "assign gate-task": "wsda?",
    "skip gate-task": "wsda~",
    "close-not-planned gate-task": "wsda~",
    "skip gate-process": "wsda~",
    "close-not-planned gate-process": "wsda~",
    "skip gate-decision": "wsda~",
    "close-not-planned gate-decision": "wsda~",
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
const acts: readonly Act[] = [...commandNames, ...handActs, "answer", "reply"];
const reasonOf = (who: string) =>
  who.includes("?") ? "always" : who.includes("~") ? "unless-optional" : "never";
/** The cell of an act on a subject; a gate without one of its own has that of the same thing without an approval in it. */
const cellOf = (act: Act, on: Subject, approvals: Approvals) => {
  const plain = alike.find(([gate, , same]) => gate === on && (same as readonly Act[]).includes(act))?.[1];
  return gates[approvals][`${act} ${on}`] ?? expected[`${act} ${plain ?? on}`] ?? "";
};

describe.each(["locked", "open"] as const)("with approvals: %s", (approvals) => {
  const cells = acts.flatMap((act) =>
    subjects.map((on) => [act, on, cellOf(act, on, approvals)] as const).filter(([, , who]) => who !== ""),
  );
  test.each(cells)("%s on a %s is for %s", (act, on, who) => {
    const others = standings.filter((standing) => who.includes(letters[standing]));
    const ask = (standing: Standing, isJudged: boolean) => {
      const verdict = mayDo(act, on, approvals, { standings: new Set([standing]), isJudged });
      return verdict.may ? verdict : { ...verdict, others: verdict.others.toSorted() };
    };
    const refused = (because: "standing" | "judged") => ({ may: false, because, others: others.toSorted() });
    for (const standing of standings) {
      const allowed = { may: true, reason: reasonOf(who) };
      const isNamed = others.includes(standing);
      expect(ask(standing, false)).toEqual(isNamed ? allowed : refused("standing"));
      const ofJudged = who.includes("!") ? refused("judged") : allowed;
      expect(ask(standing, true)).toEqual(isNamed ? ofJudged : refused("standing"));
    }
  });

  test.each(acts)("%s is for nobody on anything else", (act) => {
    for (const on of subjects)
      if (cellOf(act, on, approvals) === "")
        expect(mayDo(act, on, approvals, { standings: new Set(standings), isJudged: false })).toEqual({
          may: false,
          because: "nobody",
          others: [],
        });
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
        expect(mayDo(act, on, approvals, { standings: new Set(), isJudged: false })).toEqual({
          may: false,
          because: "visitor",
          others: rightFor(act, on, approvals)?.may ?? [],
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
