import type { Instant } from "../../metrics/index.ts";
import { commentByHand } from "../happenings/comment-by-hand.ts";
import { notesOf } from "../ledger/notes-of.ts";
import type { Account } from "../people/account.ts";
import { revisionOfSteps } from "../step-issue/index.ts";
import { longestLagMilliseconds } from "./longest-lag.ts";
import type { ObservedIssue, RunIssues } from "./observed-run.ts";

/**
 * Whether a read looks as if its lists lagged behind what was written a moment ago: the notes of the run are gone, the issue of a
 * step is, or somebody has just done something by hand, which a word or a command of theirs may come with, and none shows. Whoever decides
 * on a run reads it once more then, since what is put back for that, or said of it, cannot be unsaid.
 */
export function seemsBehind({
  observed,
  now,
}: {
  readonly observed: RunIssues;
  readonly now: Instant;
}): boolean {
  const notes = notesOf(observed);
  if (notes.kind === "none") return revisionOfSteps(observed) !== undefined;
  if (notes.kind !== "ledger") return false;
  if (notes.isFromCopy) return true;
  const there = new Set(observed.steps.map(({ number }) => number));
  if ([...notes.ledger.issues.values()].some((number) => !there.has(number))) return true;
  return [observed.run, ...observed.steps].some((issue) =>
    actsToExplain(issue).some(
      (act) => isOfLate(act.at, now) && commentByHand(issue, act, act.at) === undefined,
    ),
  );
}

interface Act extends Account {
  readonly at: Instant;
}

/** What people did last to an issue by hand, as far as words of theirs beside it may count. */
function actsToExplain(issue: ObservedIssue): Act[] {
  const { state, isClosedByUs, closedAt, closedBy, closedById, isReopenedByUs } = issue;
  const { reopenedAt, reopenedBy, reopenedById, assignment, dating } = issue;
  return [
    ...(state === "closed" && !isClosedByUs && closedAt !== null
      ? [{ at: closedAt, login: closedBy ?? "", id: closedById }]
      : []),
    ...(state === "open" && !isReopenedByUs && reopenedAt !== null
      ? [{ at: reopenedAt, login: reopenedBy ?? "", id: reopenedById }]
      : []),
    ...[assignment, dating].flatMap((act) =>
      act && !act.isOurs ? [{ at: act.at, login: act.by, id: act.byId }] : [],
    ),
  ];
}

function isOfLate(at: Instant, now: Instant): boolean {
  return Date.parse(now) - Date.parse(at) < longestLagMilliseconds;
}
