import type { RunRecord, RunsFile } from "../core/metrics/index.ts";
import { lastCheckOf, recordOf } from "../core/run/index.ts";
import type { ObservedRuns, RunObservation, RunRepository } from "./ports/run-repository.ts";

/**
 * The records of every run a repository ever had, oldest first, as the site and the report read them. The last sweep
 * is the latest day on which the bot looked at a run.
 */
export async function collectRuns<O extends RunObservation>(
  repository: RunRepository<O>,
  now: string,
): Promise<RunsFile> {
  const all = await repository.observeRuns("all");
  const [failure] = all.failures;
  // A record without some of its runs would count them as if they had never been.
  if (failure) throw new Error(`Run #${failure.run} could not be read.`, { cause: failure.error });
  const runs = await recordsOf(repository, all, now);
  const { observations } = all;
  const checks = observations.flatMap(({ observed }) => lastCheckOf(observed) ?? []).sort();
  const last = checks.at(-1);
  return {
    version: 2,
    writtenAt: now,
    ...(last !== undefined && { lastSweepAt: `${last}T00:00:00Z` }),
    runs,
    activity: await repository.readActivity(),
  };
}

/** The records of runs that can be read; what cannot be is left out, since a suggestion needs many and says which. */
export async function readableRecords<O extends RunObservation>(
  repository: RunRepository<O>,
  now: string,
): Promise<RunRecord[]> {
  return recordsOf(repository, await repository.observeRuns("all"), now);
}

/** The records of the newest runs of some processes that are over and can be read; and whether older ones were left out. */
export async function newestRecords<O extends RunObservation>(
  repository: RunRepository<O>,
  wanted: Parameters<RunRepository<O>["observeNewest"]>[0],
  now: string,
): Promise<{ readonly records: readonly RunRecord[]; readonly hasOlder: boolean }> {
  const newest = await repository.observeNewest(wanted);
  return { records: await recordsOf(repository, newest, now), hasOlder: newest.hasOlder };
}

async function recordsOf<O extends RunObservation>(
  repository: RunRepository<O>,
  { observations }: ObservedRuns<O>,
  now: string,
): Promise<RunRecord[]> {
  const runs: RunRecord[] = [];
  for (const observation of observations) {
    const handbook = await repository.readHandbook(observation);
    const record = handbook && recordOf({ observed: observation.observed, handbook, now });
    if (record) runs.push(record);
  }
  return runs;
}
