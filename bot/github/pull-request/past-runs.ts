import type { ProcessId } from "../../../core/definition/index.ts";
import type { PastRunsRead } from "../../../core/pull-request/index.ts";
import { newestRecords } from "../../collect-runs.ts";
import type { RunRepository } from "../../ports/run-repository.ts";

/** So many runs are read for one look at a pull request, whatever the repository holds: shared evenly by the processes it changes. */
const mostRuns = 40;

/** The newest past runs of the processes whose dates a pull request changes; nothing is read where there is none. */
export async function pastRunsOf(
  processes: readonly ProcessId[],
  repository: RunRepository,
  now: string,
): Promise<PastRunsRead | undefined> {
  if (processes.length === 0) return undefined;
  const wanted = { processes: new Set(processes), mostEach: Math.floor(mostRuns / processes.length) };
  return newestRecords(repository, wanted, now);
}
