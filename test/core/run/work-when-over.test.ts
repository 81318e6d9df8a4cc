import { expect, test } from "vitest";
import { writeMarker } from "../../../core/run/notes/index.ts";
import type { ObservedEdit, ObservedIssue } from "../../../core/run/observed/observed-run.ts";
import { newestOf, workInside, workOfIssue } from "../../../core/run/observed/work-of-issue.ts";
import { workWhenOver } from "../../../core/run/state/work-when-over.ts";
import { statusComment } from "./ledger/observed-notes.ts";
import { plainLedger } from "./ledger/sample-ledger.ts";

const now = "2026-11-10T12:00:00Z";
const change = (at: string, by: string): ObservedEdit => ({ at, by, byId: 7 });
const early = change("2026-11-05T09:00:00Z", "ann");
const late = change("2026-11-09T09:00:00Z", "ben");
const unknown = { at: now, by: "", byId: null };

const issue = (facts: Partial<ObservedIssue>): ObservedIssue =>
  ({
    number: 4,
    workDigest: "own",
    isOurs: true,
    isEditedByPeople: false,
    lastEdit: null,
    writtenBody: "",
    comments: [],
    ...facts,
  }) as ObservedIssue;
/** A step that is a run of its own, with what that run has noted of its work. */
const child = (work: typeof plainLedger.work, facts: Partial<ObservedIssue> = {}) =>
  issue({
    writtenBody: `${writeMarker("step", { run: 7, step: "article", revision: "abc" })}\n\n### Process\n\narticle`,
    comments: [statusComment({ ...plainLedger, work })],
    ...facts,
  });
const work = { digest: "inside", ...late };

test.each<readonly [string, ObservedIssue, ReturnType<typeof workOfIssue>]>([
  ["nobody has changed", issue({}), { digest: "own", lastChange: null }],
  [
    "somebody has changed",
    issue({ isEditedByPeople: true, lastEdit: early }),
    { digest: "own", lastChange: early },
  ],
  ["the bot has changed last", issue({ lastEdit: early }), { digest: "own", lastChange: null }],
  ["is called otherwise", issue({ lastRename: late }), { digest: "own", lastChange: late }],
  [
    "was changed before it was renamed",
    issue({ isEditedByPeople: true, lastEdit: early, lastRename: late }),
    { digest: "own", lastChange: late },
  ],
  [
    "was changed after it was renamed",
    issue({ isEditedByPeople: true, lastEdit: late, lastRename: early }),
    { digest: "own", lastChange: late },
  ],
  ["is a run, as the notes of that run say", child(work), { digest: "inside", lastChange: late }],
  [
    "is a run whose issue was renamed after that",
    child({ ...work, ...early }, { lastRename: late }),
    { digest: "inside", lastChange: late },
  ],
  ["is a run that goes on", child(undefined), { digest: "", lastChange: null }],
  ["is a run without notes", child(undefined, { comments: [] }), { digest: "", lastChange: null }],
  ["only looks like a run", child(work, { isOurs: false }), { digest: "own", lastChange: null }],
])("the work of a step that %s", (_, step, expected) => {
  expect(workOfIssue(step)).toEqual(expected);
});

test("of several changes the newest counts, and none of none", () => {
  expect(newestOf([])).toBe(null);
  expect(newestOf([null, undefined])).toBe(null);
  expect(newestOf([early, null, late])).toBe(late);
  expect(newestOf([late, early])).toBe(late);
});

test("what the steps of a run say is another text when one says something else, or two are exchanged", () => {
  const inside = (one: string, other: string) =>
    workInside([issue({ number: 4, workDigest: one }), child({ ...work, digest: other }, { number: 5 })]);
  const texts = [inside("a", "b"), inside("a", "c"), inside("c", "b"), inside("b", "a")];
  expect(new Set(texts).size).toBe(texts.length);
  expect(inside("a", "b")).toBe(inside("a", "b"));
  expect(workInside([])).not.toBe(inside("", ""));
});

const facts = [{ kind: "closed", step: "draft", at: now, by: "ann", early: false }] as const;

test.each<
  readonly [
    string,
    {
      readonly digest?: string;
      readonly known?: typeof work;
      readonly news?: boolean;
      readonly steps?: ObservedIssue[];
    },
    typeof plainLedger.work,
  ]
>([
  ["that stands alone", { news: true }, undefined],
  ["that ends by what was just learnt", { digest: "a", news: true }, { digest: "a", ...unknown }],
  ["that was over before this was noted", { digest: "a" }, undefined],
  ["that says what it said", { digest: "inside", known: work }, work],
  [
    "that says something else by somebody's hand",
    { digest: "b", known: { ...work, ...early }, steps: [issue({ lastRename: late })] },
    { digest: "b", ...late },
  ],
  [
    "that says something else, and nobody tells since when",
    { digest: "b", known: work, steps: [issue({ isEditedByPeople: true, lastEdit: early })] },
    { digest: "b", ...unknown },
  ],
  ["that has lost a step", { digest: "b", known: work }, { digest: "b", ...unknown }],
])("of the work of a run %s is noted", (_, { digest, known, news, steps = [] }, expected) => {
  const before = { work: known, entries: [] };
  const after = news ? { entries: facts } : before;
  expect(workWhenOver({ insideDigest: digest, steps }, before, after, now)).toEqual(expected);
});
