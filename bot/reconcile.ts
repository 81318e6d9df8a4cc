import {
  type AppliedChange,
  decide,
  foldAnswers,
  type ObservedRun,
  peopleOfConcern,
  pinnedRevision,
  relatedRuns,
} from "../core/run/index.ts";
import { WriteUnknown } from "./github/graphql-client.ts";
import type { RunRepository } from "./github/run-repository.ts";
import type { Viewer } from "./github/viewer.ts";

/** What became of a look at one run. */
export interface Reconciled {
  /** How many changes were written. */
  readonly changes: number;
  /** The run as it was left; nothing when there is no such issue. */
  readonly observed: ObservedRun | undefined;
  /** Other runs that the changes may concern; empty when nothing was written. */
  readonly related: readonly number[];
}

/** More rounds than any run needs; a decision that never comes to rest is a mistake of ours and is told as one. */
const mostRounds = 25;

/**
 * Brings one run to where it should be: observe, decide, act, again until nothing is left to do. What GitHub answers is
 * folded into the observation, and before the run is left alone it is observed afresh. A write whose
 * answer was lost is not repeated: the run is observed and decided anew.
 */
export async function reconcile(
  repository: RunRepository,
  number: number,
  now: () => string,
  onViewer: (viewer: Viewer) => void = () => undefined,
): Promise<Reconciled> {
  let written = 0;
  const touched = new Set<number>();
  let observation = await repository.observe(number);
  let isFresh = true;
  let newest: string | undefined;
  for (let round = 0; round < mostRounds; round += 1) {
    if (!observation) return { changes: written, observed: undefined, related: [] };
    onViewer(observation.viewer);
    const run = observation.observed;
    const pinned = pinnedRevision(run);
    if (pinned === undefined) newest ??= await repository.newestRevision();
    const revision = pinned ?? newest;
    if (revision === undefined) return { changes: written, observed: run, related: [] };
    const handbook = await repository.readHandbook(revision, run);
    const people = await repository.readPeople(observation, peopleOfConcern({ observed: run, handbook }));
    const observed = { ...run, people };
    const changes = decide({ observed, handbook, now: now() });
    if (changes.length === 0 && isFresh) {
      return {
        changes: written,
        observed,
        related: written > 0 ? relatedRuns(observed, observation.parent, touched) : [],
      };
    }
    if (changes.length === 0) {
      observation = await repository.observe(number);
      isFresh = true;
      continue;
    }
    try {
      const applied = await repository.act(changes, observation);
      written += applied.length;
      for (const number of numbersOf(applied)) touched.add(number);
      observation = { ...observation, observed: foldAnswers(run, applied) };
      isFresh = false;
    } catch (error) {
      if (!(error instanceof WriteUnknown)) throw error;
      observation = await repository.observe(number);
      isFresh = true;
    }
  }
  throw new Error(`Run #${number} did not come to rest after ${mostRounds} rounds of changes.`);
}

function numbersOf(applied: readonly AppliedChange[]): number[] {
  return applied.flatMap(({ change, issue }) => issue?.number ?? ("issue" in change ? change.issue : []));
}
