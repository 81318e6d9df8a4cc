import type { CheckedHandbook } from "../../../core/handbook/index.ts";
import type { RunInFlight } from "../../../core/pull-request/index.ts";
import type { RunRepository } from "../../ports/run-repository.ts";

/** Of more runs than this nobody finds out whether they could follow the new text; each says so itself when asked. */
const mostRead = 20;

/** The runs under way, those of processes whose file changes read whole, as far as there are not too many. */
export async function withRunsRead(
  runs: readonly RunInFlight[],
  before: CheckedHandbook,
  changedPaths: readonly string[],
  repository: RunRepository,
): Promise<RunInFlight[]> {
  const changed = new Set(changedPaths);
  const isConcerned = ({ process }: RunInFlight) => {
    const path = before.handbook.processes.get(process)?.path;
    return path !== undefined && changed.has(before.root === "" ? path : `${before.root}/${path}`);
  };
  const concerned = new Set(runs.filter(isConcerned).slice(0, mostRead));
  const read: RunInFlight[] = [];
  for (const run of runs) read.push(concerned.has(run) ? await readRun(run, repository) : run);
  return read;
}

/** One run that cannot be read keeps nobody from hearing of the others. */
async function readRun(run: RunInFlight, repository: RunRepository): Promise<RunInFlight> {
  try {
    const observation = await repository.observe(run.number);
    const handbook = observation && (await repository.readHandbook(observation));
    return handbook ? { ...run, read: { observed: observation.observed, handbook } } : run;
  } catch {
    return run;
  }
}
