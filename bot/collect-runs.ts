import type { RunRecord, RunsFile } from "../core/metrics/index.ts";
import { lastCheckOf, recordOf } from "../core/run/index.ts";
import type { RunObservation, RunRepository } from "./ports/run-repository.ts";

/**
 * The records of every run a repository ever had, oldest first, as the site and the report read them. The last sweep
 * is the latest day on which the bot looked at a run.
 */
export async function collectRuns<O extends RunObservation>(
  repository: RunRepository<O>,
  now: string,
): Promise<RunsFile> {
  const { observations, failures } = await repository.observeRuns("all");
  const [failure] = failures;
  // A record without some of its runs would count them as if they had never been.
  if (failure) throw new Error(`Run #${failure.run} could not be read.`, { cause: failure.error });
  const runs: RunRecord[] = [];
  for (const observation of observations) {
    const handbook = await repository.readHandbook(observation);
    const record = handbook && recordOf({ observed: observation.observed, handbook, now });
    if (record) runs.push(record);
  }
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
