import { type StepId, unfoldDefinition } from "../../definition/index.ts";
import { workCalendarOf } from "../../holidays/index.ts";
import type { RunInput } from "../decide.ts";
import { acceptFacts } from "../happenings/accept-facts.ts";
import type { Answer, PutBack } from "../happenings/happening.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import type { ObservedIssue, ObservedRun } from "../observed/observed-run.ts";
import { begunAlike } from "../other-runs/begun-alike.ts";
import { workElsewhere } from "../other-runs/work-elsewhere.ts";
import { starterOf } from "../people/starter-of.ts";
import type { StatusFacts } from "../status-comment.ts";
import { addedByHand, stepOfIssue } from "../step-issue/index.ts";
import { following } from "../upgrade/index.ts";
import { blockersOf } from "./blockers-of.ts";
import { endOfState } from "./end-of-run.ts";
import { siblingsOfRun } from "./siblings-of-run.ts";
import { workWhenOver } from "./work-when-over.ts";

/** Where a run stands, with what GitHub tells beyond its ledger taken in. */
export interface Progress {
  readonly facts: StatusFacts;
  /** Answers to comments that are still to be given. */
  readonly answers: readonly Answer[];
  /** Words to those who did something by hand that is put back. */
  readonly putBack: readonly PutBack[];
  /** Whether all that GitHub tells has been taken in, so that what follows from where the run stands may be done. */
  readonly isAll: boolean;
}

/** Reads how far a run is. Nothing when the handbook it follows lacks its process. */
export function readProgress(
  { observed, handbook, now, others = [] }: RunInput,
  ledger: Ledger,
): Progress | undefined {
  const written = handbook.handbook.processes.get(ledger.process);
  if (!written) return undefined;
  const definition = unfoldDefinition(written, ledger.answers);
  const issues = stepIssues(observed, ledger);
  const known = { ...ledger, issues: new Map([...ledger.issues, ...numbersOf(issues)]) };
  const waitsFor = blockersOf(observed, now);
  const siblings = siblingsOfRun(observed);
  const starter = starterOf({ ledger, observed })?.login;
  const facts = { definition, handbook, issues, waitsFor, siblings, starter, now };
  const elsewhere = workElsewhere(observed.run.number, others);
  const accepted = acceptFacts({ ...facts, ledger: known, elsewhere }, observed);
  const followed = following({ ...facts, ledger: known }, accepted.ledger);
  const { state } = accepted;
  const { slipBusinessDays } = endOfState(
    state,
    followed.definition,
    workCalendarOf(followed.handbook.handbook.config),
  );
  const slip = state.outcome === "running" && slipBusinessDays > 0 ? slipBusinessDays : undefined;
  const work = state.outcome === "running" ? undefined : workWhenOver(observed, ledger, accepted.ledger, now);
  // Nobody is told when a run was last looked at that has ended, and every day would be a change then that nothing is behind.
  const hasEnded = state.outcome !== "running" && observed.run.state === "closed";
  const checkedOn = hasEnded ? ledger.checkedOn : state.today;
  const checked = { ...accepted.ledger, checkedOn, slipBusinessDays: slip, work };
  return {
    facts: {
      ledger: checked,
      state,
      definition: followed.definition,
      handbook: followed.handbook,
      observed,
      now,
      alike: isChildRun(observed.run) ? undefined : begunAlike(ledger, observed.run.number, others, now),
      ...(followed.definition !== definition && { earlier: { definition, handbook } }),
    },
    answers: accepted.answers,
    putBack: accepted.putBack,
    isAll: accepted.isAll,
  };
}

/**
 * The issue of each step: the oldest of the one the ledger knows and the sub-issues of ours that carry the step's marker, so
 * that two processes which made one each agree. A marker counts only in an issue that the bot wrote; a sub-issue that somebody
 * else wrote is a step added by hand.
 */
function stepIssues(observed: ObservedRun, ledger: Ledger): Map<StepId, ObservedIssue> {
  const byNumber = new Map(observed.steps.map((issue) => [issue.number, issue]));
  const issues = new Map<StepId, ObservedIssue>();
  const consider = (step: StepId, issue: ObservedIssue) => {
    const known = issues.get(step);
    if (!known || issue.number < known.number) issues.set(step, issue);
  };
  for (const [step, number] of ledger.issues) {
    const issue = byNumber.get(number);
    if (issue) consider(step, issue);
  }
  for (const issue of observed.steps) {
    const step = issue.isOurs ? stepOfIssue(issue, observed.run.number) : addedByHand(issue.number);
    if (step !== undefined) consider(step, issue);
  }
  return issues;
}

function numbersOf(issues: ReadonlyMap<StepId, ObservedIssue>): [StepId, number][] {
  return [...issues].map(([step, issue]) => [step, issue.number]);
}
