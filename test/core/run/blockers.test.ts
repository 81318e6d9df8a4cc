import { expect, test } from "vitest";
import { writeMarker } from "../../../core/run/notes/index.ts";
import type { ObservedBlocker, RunIssues } from "../../../core/run/observed/observed-run.ts";
import { blockersOf } from "../../../core/run/state/blockers-of.ts";
import { writeWaitsAbove } from "../../../core/run/step-issue/waits-above.ts";

const form = `${writeMarker("step", { run: 1, step: "article", revision: "abc" })}\n\n### Process\n\narticle`;
const waits = `${writeWaitsAbove()}\n${form}`;
const closed: ObservedBlocker = {
  number: 2,
  title: "Describe it",
  state: "closed",
  closedAt: "2026-11-02T09:00:00Z",
  closedBy: "demo-sofia",
  isSubIssue: true,
};
const open: ObservedBlocker = { ...closed, number: 3, state: "open", closedAt: null, closedBy: null };
const twin: ObservedBlocker = { ...closed, number: 9, closedBy: null, isSubIssue: false };

/** The numbers of what holds a run back, then of what does no more. */
function held(
  waitsFor: readonly ObservedBlocker[],
  writtenBody: string,
  now = "2026-11-02T09:10:00Z",
  isBelow?: boolean,
) {
  const run = { isOurs: true, writtenBody } as RunIssues["run"];
  const blockers = blockersOf({ run, waitsFor, isBelow }, now);
  const of = (state: ObservedBlocker["state"]) =>
    blockers.filter((blocker) => blocker.state === state).map(({ number }) => number);
  return [of("open"), of("closed")];
}

test.each<readonly [string, readonly ObservedBlocker[], string, string | undefined, number[][]]>([
  ["what the run above has taken in is over", [closed], form, undefined, [[], [2]]],
  ["what it has not taken in still holds back", [closed], waits, undefined, [[2], []]],
  [
    "whatever was closed last",
    [{ ...closed, number: 4, closedAt: "2026-11-02T08:00:00Z" }, closed],
    waits,
    undefined,
    [[2], [4]],
  ],
  ["only when nothing else does", [closed, open], waits, undefined, [[3], [2]]],
  ["and not for ever: the run above may be gone", [closed], waits, "2026-11-02T10:00:00Z", [[], [2]]],
  ["nothing holds back where nothing is linked", [], waits, undefined, [[], []]],
  ["a step that was made twice is there once", [closed, twin], form, undefined, [[], [2]]],
  [
    "whatever else was taken off the run stays",
    [closed, { ...twin, title: "Another" }],
    form,
    undefined,
    [[], [2, 9]],
  ],
  [
    "and so does what people closed",
    [closed, { ...twin, closedBy: "demo-lena" }],
    form,
    undefined,
    [[], [2, 9]],
  ],
])("%s", (_what, waitsFor, body, now, expected) => {
  expect(held(waitsFor, body, now)).toEqual(expected);
});

test.each<readonly [string, readonly ObservedBlocker[], string, boolean, number[][]]>([
  ["a link that people took away frees nothing: the run above stands for it", [], waits, true, [[1], []]],
  ["nor does it where another link is to a step that was over long before", [closed], waits, true, [[2], []]],
  ["until the run above says so", [], form, true, [[], []]],
  ["or is no run above any more", [closed], waits, false, [[], [2]]],
])("%s", (_what, waitsFor, body, isBelow, expected) => {
  expect(held(waitsFor, body, "2026-11-05T09:10:00Z", isBelow)).toEqual(expected);
});

test("a run that is no step of another one waits for nobody", () => {
  expect(held([closed, open], "### Process\n\narticle")).toEqual([[], []]);
});
