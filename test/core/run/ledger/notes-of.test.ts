import { describe, expect, test } from "vitest";
import { ledgerOf } from "../../../../core/run/ledger/ledger-of.ts";
import { leftAloneBecause } from "../../../../core/run/ledger/left-alone-because.ts";
import { ledgerIn, notesOf } from "../../../../core/run/ledger/notes-of.ts";
import { packJson } from "../../../../core/run/ledger/pack.ts";
import { findStatusComment } from "../../../../core/run/ledger/status-marker.ts";
import type { NotesDoubt } from "../../../../core/run/notes/index.ts";
import { ourComment } from "../observed-comment.ts";
import { observedRun, statusComment, statusCommentHolding, stepWithCopy } from "./observed-notes.ts";
import { entryOfEach, ledgerWith } from "./sample-ledger.ts";

const ledger = ledgerWith(entryOfEach.go);
const other = ledgerWith(entryOfEach.go, entryOfEach.reopened);
const waiting = { ...ledger, startedAt: null };

const status = statusComment(ledger);
const nothingYet = statusComment(null);
const newer = statusCommentHolding(`9.${packJson("{}")}`);
const unreadable = statusCommentHolding("2.AAAA");
const doubtful = (doubt: NotesDoubt) =>
  ourComment("x", { isOurs: false, doubts: new Map([["status", doubt]]) });
const bySomebody = { ...statusComment(other), isOurs: false };
const words = ourComment("Just words.");

const kept = { kind: "ledger", ledger, isFromCopy: false };
const copied = { kind: "ledger", ledger: other, isFromCopy: true };
const none = { kind: "none" };
const alone = (why: string) => ({ kind: "left-alone", why });

describe("the notes of a run", () => {
  test.each([
    ["no comment", observedRun([]), none],
    ["words only", observedRun([words]), none],
    ["a status that says there is nothing yet", observedRun([nothingYet]), none],
    ["a status with a ledger", observedRun([status]), kept],
    ["words before it", observedRun([words, status]), kept],
    ["two of them: the first", observedRun([status, statusComment(other)]), kept],
    ["one by somebody else", observedRun([bySomebody]), none],
    ["one by somebody else before ours", observedRun([bySomebody, status]), kept],
    ["a copy only", observedRun([], [stepWithCopy(other)]), copied],
    ["a status as well as a copy", observedRun([status], [stepWithCopy(other)]), kept],
    ["one that waits for its go", observedRun([statusComment(waiting)]), { ...kept, ledger: waiting }],
    [
      "one that waits for its go, and a copy that has begun",
      observedRun([statusComment(waiting)], [stepWithCopy(other)]),
      copied,
    ],
    ["a newer one", observedRun([newer]), { ...alone("newer"), version: 9 }],
    ["a newer one beside ours", observedRun([status, newer]), { ...alone("newer"), version: 9 }],
    ["an unreadable one", observedRun([unreadable]), alone("unreadable")],
    ["an unreadable one beside ours", observedRun([status, unreadable]), alone("unreadable")],
    ["an unreadable one and a copy", observedRun([unreadable], [stepWithCopy(other)]), alone("unreadable")],
    ["an unreadable one of others", observedRun([{ ...unreadable, isOurs: false }]), none],
    ["one that is forged", observedRun([doubtful("forged")]), alone("forged")],
    ["one without a signature", observedRun([doubtful("unsigned")]), alone("unsigned")],
    ["one of another issue", observedRun([doubtful("elsewhere")]), alone("elsewhere")],
    ["one that is forged beside ours", observedRun([doubtful("forged"), status]), kept],
    [
      "one that is forged beside one not yet begun",
      observedRun([doubtful("forged"), statusComment(waiting)]),
      { ...kept, ledger: waiting },
    ],
    ["one that is forged, and a copy", observedRun([doubtful("forged")], [stepWithCopy(other)]), copied],
    [
      "a doubt about another note",
      observedRun([ourComment("x", { doubts: new Map([["kept", "forged"]]) })]),
      none,
    ],
    ["the first of two doubts", observedRun([doubtful("unsigned"), doubtful("forged")]), alone("unsigned")],
  ])("%s", (_what, observed, notes) => {
    expect(notesOf(observed)).toEqual(notes);
  });

  test("are the same, read once more from the same comment", () => {
    const run = observedRun([statusComment(ledger)]);
    expect(notesOf(run)).toEqual(notesOf(run));
  });
});

test.each([
  ["a ledger", [status], ledger],
  ["the first ledger behind other notes", [nothingYet, unreadable, status], ledger],
  ["none of somebody else's", [bySomebody], undefined],
  ["none that is not there", [words], undefined],
  ["none that cannot be read", [unreadable], undefined],
])("an issue that is a run has %s in its status", (_what, comments, expected) => {
  expect(ledgerIn({ comments })).toEqual(expected);
});

test.each([
  ["a ledger", [status], ledger],
  ["nothing before there is one", [nothingYet], undefined],
  ["nothing of a run that is left alone", [newer], undefined],
])("%s is what the bot has noted", (_what, comments, expected) => {
  expect(ledgerOf(observedRun(comments))).toEqual(expected);
});

test.each([
  ["unreadable", observedRun([unreadable]), "unreadable"],
  ["newer", observedRun([newer]), "newer"],
  ["read and looked after", observedRun([status]), undefined],
  ["not there yet", observedRun([]), undefined],
  ["unreadable, of a run that is over", observedRun([unreadable], [], { state: "closed" }), undefined],
])("a run whose notes are %s", (_what, observed, why) => {
  expect(leftAloneBecause(observed)).toBe(why);
});

test.each([
  ["the bot's", [words, status], status],
  ["the first of two", [status, nothingYet], status],
  ["nobody else's", [bySomebody], undefined],
  ["no other comment", [words, ourComment("<!-- handrail:turn AA -->")], undefined],
])("the status comment is %s", (_what, comments, expected) => {
  expect(findStatusComment(observedRun(comments))).toBe(expected);
});
