import { text } from "../../text/index.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import type { ObservedBlocker, ObservedIssue, RunIssues } from "../observed/observed-run.ts";
import { readWaitsAbove, runOfStepBody } from "../step-issue/index.ts";

/**
 * So long the run above has to put back a step that was closed when it may not be. If it says nothing, because it is gone, what GitHub
 * shows counts.
 */
const hearAboveMilliseconds = 3_600_000;

/**
 * What a run waits for that is a step of another one; empty for every other run. A step before it that was just closed is open
 * until the run above says that it counts, and one that was made twice is there once. People can take GitHub's link to a step away: while the run
 * above is there and says that it waits, it waits.
 */
export function blockersOf(
  { run, waitsFor, isBelow = false }: Pick<RunIssues, "run" | "waitsFor" | "isBelow">,
  now: string,
): readonly ObservedBlocker[] {
  if (!isChildRun(run)) return [];
  const blockers = waitsFor.filter((blocker) => !isHealedTwin(blocker, waitsFor));
  if (!readWaitsAbove(run.writtenBody) || blockers.some(({ state }) => state === "open")) return blockers;
  const [last] = blockers.toSorted((a, b) => closedAt(b) - closedAt(a));
  if (!last) return isBelow ? [notLinked(run)] : [];
  if (!isBelow && Date.parse(now) - closedAt(last) >= hearAboveMilliseconds) return blockers;
  return blockers.map((blocker) =>
    blocker === last ? { ...blocker, state: "open", closedAt: null, closedBy: null } : blocker,
  );
}

/** Something in the run above, of which nothing is known here but that it is not over. */
function notLinked({ writtenBody }: Pick<ObservedIssue, "writtenBody">): ObservedBlocker {
  const title = text.siblings.somethingBefore;
  const number = runOfStepBody(writtenBody) ?? 0;
  return { number, title, state: "open", closedAt: null, closedBy: null, isLinked: false };
}

/** A second issue of a step, which the bot has closed and taken off: the older one counts. */
function isHealedTwin(blocker: ObservedBlocker, all: readonly ObservedBlocker[]): boolean {
  if (blocker.state === "open" || blocker.closedBy !== null || blocker.isSubIssue !== false) return false;
  return all.some(({ number, title }) => number < blocker.number && title === blocker.title);
}

function closedAt(blocker: ObservedBlocker): number {
  return Date.parse(blocker.closedAt ?? "") || 0;
}
