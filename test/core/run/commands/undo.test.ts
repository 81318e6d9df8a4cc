import { expect, test } from "vitest";
import type { RunCommand } from "../../../../core/run/commands/command.ts";
import { undo } from "../../../../core/run/commands/undo.ts";
import type { LedgerEntry } from "../../../../core/run/ledger/ledger.ts";
import { text } from "../../../../core/text/index.ts";
import { entryOfEach, ledgerWith } from "../ledger/sample-ledger.ts";
import { smallHandbook } from "../small-handbook.ts";

/** `last` waits for `review`, which waits for `draft`; `aside` waits for nobody, and `judge` judges the draft. */
const definition = smallHandbook([
  "id: draft, title: Draft, role: author, due: +1d",
  "id: review, title: Review, role: editor, due: +2d",
  "id: last, title: Last, role: author, due: +3d",
  "id: aside, title: Aside, role: author, after: [], due: +3d",
  "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, after: draft, due: +4d",
]).processes.get("work");

const own = { by: "ann", byId: 11, comment: 5 } as const;
const others = { by: "ed", byId: 12, comment: 9 } as const;
const on = (step: string) => ({ ...others, step });
/** A fact of each kind that moved no promised date. */
const e = Object.fromEntries(
  Object.entries(entryOfEach).map(([kind, entry]) => [kind, { ...entry, promised: undefined }]),
) as unknown as typeof entryOfEach;
const day = e.due.date;
const promised = new Map([["aside", [day, day] as const]]);

/** What comes of `/undo` by ann on an issue with these comments; comment 20 holds it. */
const asked = (entries: readonly object[], comments: readonly number[] = [5, 20]) =>
  undo.accept({
    author: "ann",
    authorId: 11,
    at: "2026-11-10T09:00:00Z",
    comment: 20,
    ledger: ledgerWith(...(entries as LedgerEntry[])),
    issue: { comments: comments.map((number) => ({ number })) },
    definition,
    state: { tasks: [] },
  } as unknown as Parameters<RunCommand["accept"]>[0]);

const closed = { ...e.closed, ...own, step: "draft" };
const due = { ...e.due, ...own, step: "draft" };
const moved = { ...e.moved, ...own };
const handed = { ...e.handed, ...own, step: "draft" };
const changes = { ...e.changes, ...own, step: "judge" };
/** A step that only this run has. */
const added = { ...e.added, ...others, step: "added-9", before: ["judge", "last"] };
const onAdded = { ...closed, step: "added-9" };
const approvedAfter = { ...e.approved, ...on("judge") };

test.each<readonly [string, object, object, boolean]>([
  ["a date after which nothing was promised", due, { ...e.closed, ...on("last") }, false],
  ["a date, when another one was promised since", due, { ...e.due, ...on("aside"), promised }, true],
  ["a move, when a date was promised since", moved, { ...e.closed, ...on("last"), promised }, true],
  ["a move, after which a step was done", moved, { ...e.closed, ...on("draft") }, false],
  ["a move, after which a step got a date", moved, { ...e.due, ...on("aside") }, true],
  ["a move, after another one", moved, { ...e.moved, ...others }, true],
  ["a move, after which the run was cancelled", moved, { ...e.cancelled, ...others }, true],
  ["a move, after which the run was taken up again", moved, { ...e.resumed }, true],
  ["a step that is done, when the next is done too", closed, { ...e.closed, ...on("review") }, true],
  ["a step that is done, when one after the next is", closed, { ...e.closed, ...on("last") }, true],
  ["a step that is done, when one beside it is", closed, { ...e.closed, ...on("aside") }, false],
  ["a step that is done, when it was opened again", closed, { ...e.reopened, ...on("draft") }, true],
  ["a step that is done, when its work was approved", closed, { ...e.approved, ...on("judge") }, true],
  ["a step that is done, when a newer text is followed since", closed, { ...e.upgraded, ...others }, true],
  ["a step that is done, when something later was taken back", closed, { ...e.undone, ...on("last") }, false],
  ["a step that is done, when the run was moved", closed, { ...e.moved, ...others }, false],
  ["an added step that is done, when what it was put before was approved", onAdded, approvedAfter, true],
  [
    "an added step that is done, when what it was put before is done",
    onAdded,
    { ...e.closed, ...on("last") },
    true,
  ],
  ["an added step that is done, when one beside it is", onAdded, { ...e.closed, ...on("aside") }, false],
  ["a hand-over, when the next step is done", handed, { ...e.closed, ...on("review") }, false],
  ["a hand-over, when the step is done", handed, { ...e.closed, ...on("draft") }, true],
  ["changes that are asked for, when the work was done over", changes, { ...e.closed, ...on("draft") }, true],
  ["changes that are asked for, when a step beside is done", changes, { ...e.closed, ...on("aside") }, false],
])("%s", (_what, earlier, later, rests) => {
  const { kind } = earlier as LedgerEntry;
  const result = asked([added, earlier, later]);
  if (rests) expect(result).toEqual({ refusal: text.run.somethingRestsOnIt(kind) });
  else expect(result).toMatchObject({ entry: { kind: "undone", of: kind, asked: 5 }, takesBack: earlier });
});

test.each<readonly [string, readonly object[], readonly number[]]>([
  ["there is nothing", [], [20]],
  ["it was asked for on another issue", [closed], [7, 20]],
  ["it was somebody else", [{ ...closed, ...others }], [9, 20]],
  ["it was an account that had the login before", [{ ...closed, byId: 99 }], [5, 20]],
  ["it is no command that can be taken back", [{ ...e.replied, ...own }], [5, 20]],
  ["it was taken back before", [{ ...e.undone, ...own, asked: 4 }], [4, 5, 20]],
  ["it was done by hand", [{ ...e.skipped, ...own, comment: null }], [5, 20]],
])("nothing is taken back where %s", (_what, entries, comments) => {
  expect(asked(entries, comments)).toEqual({ refusal: text.run.nothingToUndo });
});

test("of several the last is taken back, and who had the step meanwhile stays known", () => {
  const toIds = new Map([["zoe", 31]]);
  const last = { ...handed, to: ["zoe"], toIds, hadBy: [11], comment: 6 };
  expect(asked([closed, last], [5, 6, 20])).toMatchObject({
    entry: { of: "handed", step: "draft", asked: 6, hadBy: [11, 31], by: "ann", byId: 11, comment: 20 },
    takesBack: last,
  });
});
