import { expect, test } from "vitest";
import { commentsIn, standsFor } from "../../../../core/run/ledger/comments-in.ts";
import { doerOf } from "../../../../core/run/ledger/doer-of.ts";
import { lastEntry } from "../../../../core/run/ledger/last-entry.ts";
import type { LedgerEntry } from "../../../../core/run/ledger/ledger.ts";
import { waitingProposal } from "../../../../core/run/ledger/waiting-proposal.ts";
import { entryOfEach, ledgerWith } from "./sample-ledger.ts";

const { go, closed, reopened, skipped, undone, proposed, moved, due, ended, upgraded } = entryOfEach;
const upgradeProposed = entryOfEach["upgrade-proposed"];
const byHand = { ...skipped, comment: null };
const byClosing = { ...closed, comment: undefined };

test.each<readonly [string, LedgerEntry[], number[]]>([
  ["nothing", [], []],
  ["a command", [go], [5]],
  ["a command that was taken back, and the one that took it back", [undone], [9, 8]],
  ["acts by hand", [byHand, byClosing, reopened], []],
  ["several", [go, byHand, closed], [5, 6]],
])("the comments that %s stand for", (_what, entries, numbers) => {
  expect([...commentsIn(entries)]).toEqual(numbers);
});

test.each<readonly [string, LedgerEntry, number, boolean]>([
  ["its own comment", go, 5, true],
  ["another one", go, 6, false],
  ["the one that took it back", undone, 9, true],
  ["the one that was taken back", undone, 8, true],
  ["neither of them", undone, 7, false],
  ["none, done by hand", byHand, 14, false],
  ["none, since it is no command", reopened, 5, false],
])("a fact stands for %s", (_what, entry, comment, expected) => {
  expect(standsFor(entry, comment)).toBe(expected);
});

test("whoever did it has a login and, where it was noted, a number", () => {
  expect(doerOf(go)).toEqual({ login: "demo-ines", id: 11 });
  expect(doerOf({ by: "demo-ines", byId: undefined })).toEqual({ login: "demo-ines", id: null });
  expect(doerOf({ by: "", byId: null })).toEqual({ login: "", id: null });
});

test("the last fact of a kind is the last of that kind only", () => {
  const second = { ...closed, step: "review" };
  const ledger = ledgerWith(go, closed, second, reopened);
  expect(lastEntry(ledger, "closed")).toBe(second);
  expect(lastEntry(ledger, "go")).toBe(go);
  expect(lastEntry(ledger, "ended")).toBeUndefined();
});

test.each<readonly [string, LedgerEntry[], LedgerEntry | undefined, LedgerEntry | undefined]>([
  ["nothing was proposed", [go, closed], undefined, undefined],
  ["dates were", [go, proposed], proposed, undefined],
  ["a newer text was", [go, upgradeProposed], undefined, upgradeProposed],
  ["something else happened since", [proposed, closed, ended, go], proposed, undefined],
  ["the other was proposed since", [proposed, upgradeProposed], undefined, upgradeProposed],
  ["and the other way round", [upgradeProposed, proposed], proposed, undefined],
  ["the run has moved since", [proposed, moved], undefined, undefined],
  ["a date has changed since", [proposed, due], undefined, undefined],
  ["the text is another since", [upgradeProposed, upgraded], undefined, undefined],
])("what waits for a go when %s", (_what, entries, dates, text) => {
  const ledger = ledgerWith(...entries);
  expect(waitingProposal(ledger, "proposed")).toBe(dates);
  expect(waitingProposal(ledger, "upgrade-proposed")).toBe(text);
});
