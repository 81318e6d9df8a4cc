import { isChildRun } from "../observed/is-child-run.ts";
import type { ObservedBlocker, RunIssues } from "../observed/observed-run.ts";
import { readWaitsAbove } from "../step-issue/index.ts";

/**
 * So long the run above has to put back a step that was closed when it may not be. If it says nothing, because it is gone or is
 * left alone, what GitHub shows counts.
 */
const hearAboveMilliseconds = 3_600_000;

/**
 * What a run waits for that is a step of another one; empty for every other run. A step before it that was just closed is open
 * until the run above says that it counts, and one that was made twice is there once.
 */
export function blockersOf(
  { run, waitsFor }: Pick<RunIssues, "run" | "waitsFor">,
  now: string,
): readonly ObservedBlocker[] {
  if (!isChildRun(run)) return [];
  const blockers = waitsFor.filter((blocker) => !isHealedTwin(blocker, waitsFor));
  if (!readWaitsAbove(run.writtenBody) || blockers.some(({ state }) => state === "open")) return blockers;
  const [last] = blockers.toSorted((a, b) => closedAt(b) - closedAt(a));
  if (!last || Date.parse(now) - closedAt(last) >= hearAboveMilliseconds) return blockers;
  return blockers.map((blocker) =>
    blocker === last ? { ...blocker, state: "open", closedAt: null, closedBy: null } : blocker,
  );
}

/** A second issue of a step, which the bot has closed and taken off: the older one counts. */
function isHealedTwin(blocker: ObservedBlocker, all: readonly ObservedBlocker[]): boolean {
  if (blocker.state === "open" || blocker.closedBy !== null || blocker.isSubIssue !== false) return false;
  return all.some(({ number, title }) => number < blocker.number && title === blocker.title);
}

function closedAt(blocker: ObservedBlocker): number {
  return Date.parse(blocker.closedAt ?? "") || 0;
}
