import { unfoldDefinition } from "../../definition/index.ts";
import type { Instant } from "../../metrics/index.ts";
import { commentByHand } from "../happenings/comment-by-hand.ts";
import { notesOf } from "../ledger/notes-of.ts";
import type { Account } from "../people/account.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { revisionOfSteps } from "../step-issue/index.ts";
import type { ObservedIssue, RunIssues } from "./observed-run.ts";

/** GitHub shows in its lists what was written within seconds. */
const longestLagMilliseconds = 60_000;

/**
 * Whether a read looks as if its lists lagged behind what was written a moment ago: the notes of the run are gone, the issue of a
 * step is, or somebody has just done something by hand that needs a few words why, and none of theirs show. Whoever decides
 * on a run reads it once more then, since what is put back for that, or said of it, cannot be unsaid.
 */
export function seemsBehind({
  observed,
  handbook,
  now,
}: {
  readonly observed: RunIssues;
  readonly handbook: RunHandbook;
  readonly now: Instant;
}): boolean {
  const notes = notesOf(observed);
  if (notes.kind === "none") return revisionOfSteps(observed) !== undefined;
  if (notes.kind !== "ledger") return false;
  if (notes.isFromCopy) return true;
  const { process, answers, issues } = notes.ledger;
  const there = new Set(observed.steps.map(({ number }) => number));
  if ([...issues.values()].some((number) => !there.has(number))) return true;
  const written = handbook.handbook.processes.get(process);
  const steps = written ? unfoldDefinition(written, answers).steps : [];
  const collecting = new Set(
    steps.flatMap(({ id, collect = [] }) => (collect.length > 0 ? [issues.get(id)] : [])),
  );
  const { run } = observed;
  return [run, ...observed.steps].some((issue) =>
    actsToExplain(issue, collecting.has(issue.number)).some(
      (act) => isOfLate(act.at, now) && commentByHand(issue, act, act.at) === undefined,
    ),
  );
}

interface Act extends Account {
  readonly at: Instant;
}

/** What people did last to an issue by hand, as far as words of theirs beside it may count. */
function actsToExplain(issue: ObservedIssue, isCollecting: boolean): Act[] {
  const { state, stateReason, isClosedByUs, closedAt, closedBy, closedById, assignment, dating } = issue;
  const isClosing = state === "closed" && !isClosedByUs && (isCollecting || stateReason === "not-planned");
  return [
    ...(isClosing && closedAt !== null ? [{ at: closedAt, login: closedBy ?? "", id: closedById }] : []),
    ...[assignment, dating].flatMap((act) =>
      act && !act.isOurs ? [{ at: act.at, login: act.by, id: act.byId }] : [],
    ),
  ];
}

function isOfLate(at: Instant, now: Instant): boolean {
  return Date.parse(now) - Date.parse(at) < longestLagMilliseconds;
}
