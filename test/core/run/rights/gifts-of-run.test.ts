import { expect, test } from "vitest";
import type { Ledger, LedgerEntry } from "../../../../core/run/ledger/ledger.ts";
import { type Gift, giftsOfRun } from "../../../../core/run/people/gifts-of-run.ts";
import { plainLedger } from "../ledger/sample-ledger.ts";

const day = plainLedger.checkedOn;
const common = { at: "2026-11-03T09:00:00Z", by: "dora", byId: 4, comment: 9 };
const ledger: Ledger = {
  ...plainLedger,
  accounts: new Map([
    ["lea", 1],
    ["ann", 2],
  ]),
  baseline: new Map([["draft", { start: day, due: day, people: ["ann"] }]]),
};
const handed: LedgerEntry = {
  ...common,
  kind: "handed",
  step: "draft",
  to: ["lea"],
  toIds: new Map([["lea", 7]]),
  from: ["ann"],
  reason: "Ill",
};
const upgraded = (...people: string[]): LedgerEntry => ({
  ...common,
  kind: "upgraded",
  from: "abc",
  revision: "def",
  files: [],
  people: new Map([["draft", people]]),
  answers: new Map(),
  gone: new Map(),
  reworded: new Map(),
});
const wordsOf = ({ step, by, to }: Gift) =>
  [
    by === undefined ? "the form" : `${by.login}#${by.id}`,
    step ?? "all",
    ...to.map(({ login, id }) => `${login}#${id}`),
  ].join(" ");

test.each<readonly [string, Partial<Ledger>, string[]]>([
  ["nobody gives anything", {}, []],
  [
    "a command gives it, to the account that had the login then",
    { entries: [handed] },
    ["dora#4 draft lea#7"],
  ],
  [
    "a command that was taken back did",
    { entries: [{ ...common, kind: "undone", of: "handed", step: "draft", asked: 3, hadBy: [2, 7] }] },
    ["dora#4 draft #2 #7"],
  ],
  [
    "an end that was taken back gives nothing",
    { entries: [{ ...common, kind: "undone", of: "closed", step: "draft", asked: 3, hadBy: [2] }] },
    [],
  ],
  [
    "a step is added for somebody",
    {
      entries: [
        { ...common, kind: "added", step: "more", title: "More", person: "lea", date: day, reason: "New" },
      ],
    },
    ["dora#4 more lea#null lea#1"],
  ],
  ["a newer text gives it", { entries: [upgraded("lea")] }, ["dora#4 draft lea#null lea#1"]],
  [
    "to whoever joins those who have it",
    { entries: [upgraded("ann", "lea")] },
    ["dora#4 draft lea#null lea#1"],
  ],
  ["not to whoever keeps it", { entries: [upgraded("ann")] }, ["dora#4 draft"]],
  [
    "not to whom it was handed before",
    { entries: [handed, upgraded("lea")] },
    ["dora#4 draft lea#7", "dora#4 draft"],
  ],
  [
    "the start form names somebody",
    { peopleByRole: new Map([["author", ["lea"]]]) },
    ["stan#5 all lea#null lea#1"],
  ],
  [
    "it was given in a run inside",
    {
      entries: [
        {
          ...common,
          kind: "closed",
          step: "inside",
          early: false,
          gave: [
            [8, [1, 2]],
            [null, [2]],
          ],
        },
      ],
    },
    ["#8 inside #1 #2", "the form inside #2"],
  ],
])("who gave work to whom: %s", (_how, change, gifts) => {
  const found = giftsOfRun({ ...ledger, ...change }, { login: "stan", id: 5 });
  expect(found.map(wordsOf)).toEqual(gifts);
});
