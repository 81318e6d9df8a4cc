import type { RunRecord, RunsFile } from "../core/metrics/index.ts";
import { lastCheckOf, recordOf } from "../core/run/index.ts";
import type { RunRepository } from "./github/run-repository.ts";

/**
 * The records of every run a repository ever had, oldest first, as the site and the report read them. The last sweep
 * is the latest day on which the bot looked at a run. Whoever may read the issues may collect: the runs of every app count.
 */
export async function collectRuns(repository: RunRepository, now: string): Promise<RunsFile> {
  const { observations } = await repository.observeRuns("all", "apps");
  const runs: RunRecord[] = [];
  for (const observation of observations) {
    const handbook = await repository.readHandbook(observation);
    const record = handbook && recordOf({ observed: observation.observed, handbook, now });
    if (record) runs.push(record);
  }
  const checks = observations.flatMap(({ observed }) => lastCheckOf(observed) ?? []).sort();
  const last = checks.at(-1);
  return {
    version: 1,
    writtenAt: now,
    ...(last !== undefined && { lastSweepAt: `${last}T00:00:00Z` }),
    runs,
  };
}
