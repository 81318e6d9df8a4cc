import { expect, test } from "vitest";
import type { Ledger } from "../../../../core/run/ledger/ledger.ts";
import { withRestoration } from "../../../../core/run/ledger/restoration.ts";
import { ourComment } from "../observed-comment.ts";
import { observedRun, statusComment } from "./observed-notes.ts";
import { entryOfEach, ledgerWith } from "./sample-ledger.ts";

const now = "2026-11-10T10:00:00Z";
const edit = { at: "2026-11-09T08:00:00Z", by: "demo-rob", byId: 13 };
const ledger = ledgerWith(entryOfEach.go);
const waiting = { ...ledger, startedAt: null };
const ofEdit = { kind: "restored", from: "history", ...edit } as const;
const ofCopy = { kind: "restored", from: "copy", at: now, by: "", byId: null } as const;
const untouched = [statusComment(ledger)];
const edited = [statusComment(ledger, { edit })];

test.each<readonly [string, Ledger, boolean, Parameters<typeof observedRun>[0], Ledger["entries"]]>([
  ["a status nobody changed", ledger, false, untouched, ledger.entries],
  ["a status that somebody changed", ledger, false, edited, [...ledger.entries, ofEdit]],
  ["a change that is noted already", ledgerWith(ofEdit), false, edited, [ofEdit]],
  [
    "a change after the one that is noted",
    ledgerWith({ ...ofEdit, at: "2026-11-08T08:00:00Z" }),
    false,
    edited,
    [{ ...ofEdit, at: "2026-11-08T08:00:00Z" }, ofEdit],
  ],
  [
    "a change that is noted already, and other facts",
    ledgerWith(entryOfEach.go, ofEdit),
    false,
    edited,
    [entryOfEach.go, ofEdit],
  ],
  [
    "another fact of the same moment",
    ledgerWith({ ...entryOfEach.ended, at: edit.at }),
    false,
    edited,
    [{ ...entryOfEach.ended, at: edit.at }, ofEdit],
  ],
  ["a status that is lost", ledger, true, [], [...ledger.entries, ofCopy]],
  ["a status that is lost, of a run not begun", waiting, true, [], ledger.entries],
  ["a changed status of a run not begun", waiting, false, edited, ledger.entries],
  ["no status, and no copy", ledger, false, [], ledger.entries],
  [
    "a change of another comment",
    ledger,
    false,
    [ourComment("words", { edit }), ...untouched],
    ledger.entries,
  ],
])("%s", (_what, kept, isFromCopy, comments, entries) => {
  const restored = withRestoration({ kind: "ledger", ledger: kept, isFromCopy }, observedRun(comments), now);
  expect(restored).toEqual({ ...kept, entries });
});
