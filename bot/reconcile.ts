import {
  type AppliedChange,
  type Change,
  decide,
  foldAnswers,
  otherKeeperOf,
  peopleOfConcern,
  type RunIssues,
  relatedRuns,
} from "../core/run/index.ts";
import type { Clock } from "./ports/clock.ts";
import {
  type RunObservation,
  type RunRepository,
  WriteRefused,
  WriteUnknown,
} from "./ports/run-repository.ts";

/** What became of a look at one run. */
export interface Reconciled {
  /** How many changes were written. */
  readonly changes: number;
  /** The run as it was left; nothing when there is no such issue. */
  readonly observed: RunIssues | undefined;
  /** Other runs that the changes may concern; empty when nothing was written. */
  readonly related: readonly number[];
}

/** So many writes in a row may fail before the look is given up; the next look starts anew. */
const mostFailures = 4;
/** More rounds than any run needs; a decision that never comes to rest is a mistake of ours and is told as one. */
const mostRounds = 25;

/**
 * Brings one run to where it should be: observe, decide, act, again until nothing is left to do. What GitHub answers is
 * folded into the observation, and before the run is left alone it is observed afresh. A write that failed
 * is not repeated as it was: the run is observed and decided anew.
 */
export async function reconcile<O extends RunObservation>(
  repository: RunRepository<O>,
  number: number,
  now: Clock,
): Promise<Reconciled> {
  let observation = await repository.observe(number);
  let isFresh = true;
  let written = 0;
  let failures = 0;
  const touched = new Set<number>();
  for (let round = 0; round < mostRounds; round += 1) {
    if (!observation) return { changes: written, observed: undefined, related: [] };
    const { changes } = await decideOn(repository, observation, now());
    if (changes.length === 0 && isFresh) {
      const { observed, parent } = observation;
      return {
        changes: written,
        observed,
        related: written > 0 ? relatedRuns(observed, parent, touched) : [],
      };
    }
    const applied =
      changes.length > 0 ? await attempt(repository, changes, observation, failures) : undefined;
    failures = changes.length > 0 && applied === undefined ? failures + 1 : 0;
    if (applied) {
      written += applied.length;
      for (const done of applied) touched.add(done.issue?.number ?? numberIn(done.change));
      observation = { ...observation, observed: foldAnswers(observation.observed, applied) };
    } else observation = await repository.observe(number);
    isFresh = applied === undefined;
  }
  throw new Error(`Run #${number} did not come to rest after ${mostRounds} rounds of changes.`);
}

/** What a decision on one run came to. */
export interface RunDecision {
  /** What is to be written; empty where there is no handbook. */
  readonly changes: readonly Change[];
  /** The login of another account that looks after the run, which is left alone then. */
  readonly otherKeeper?: string | undefined;
}

/** What is to be written for a run as observed. */
export async function decideOn<O extends RunObservation>(
  repository: RunRepository<O>,
  observation: O,
  now: string,
): Promise<RunDecision> {
  const handbook = await repository.readHandbook(observation);
  if (!handbook) return { changes: [] };
  const concern = peopleOfConcern({ observed: observation.observed, handbook });
  const people = await repository.readPeople(observation, concern);
  const observed = { ...observation.observed, people };
  return { changes: decide({ observed, handbook, now }), otherKeeper: otherKeeperOf(observed) };
}

/** Carries changes out; nothing when one failed, so that nobody knows without looking which of them were made. */
async function attempt<O extends RunObservation>(
  repository: RunRepository<O>,
  changes: readonly Change[],
  observation: O,
  failures: number,
): Promise<AppliedChange[] | undefined> {
  try {
    return await repository.act(changes, observation);
  } catch (error) {
    const mayHealByLooking = error instanceof WriteUnknown || error instanceof WriteRefused;
    if (mayHealByLooking && failures < mostFailures) return undefined;
    throw error;
  }
}

function numberIn(change: Change): number {
  return "issue" in change ? change.issue : 0;
}
