import type { ProcessId } from "../../core/definition/index.ts";
import { readProcessId, runLabel } from "../../core/form/index.ts";
import { newestRunHeadsDocument } from "./documents/run-heads.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import type { RepositoryName } from "./observe-run.ts";
import type { ListedRuns } from "./observe-runs.ts";
import type { NewestRunHead, NewestRunHeadsData } from "./response-types.ts";

/** Behind so many pages of a hundred runs nobody looks for another one of a process that is seldom run. */
const mostPages = 5;

/** Which runs are asked for: so many of each process at most. */
export interface NewestWanted {
  readonly processes: ReadonlySet<ProcessId>;
  readonly mostEach: number;
}

/** The newest runs of some processes that are over and were not called off; and whether there are, or may be, older ones. */
export interface NewestRuns {
  readonly listed: ListedRuns;
  readonly hasOlder: boolean;
}

/** Lists them by what their start forms asked for, a hundred runs a request. Nothing where there is no such repository. */
export async function listNewestRuns(
  graphql: GraphqlClient,
  name: RepositoryName,
  { processes, mostEach }: NewestWanted,
): Promise<NewestRuns | undefined> {
  const found = new Map<ProcessId, NewestRunHead[]>();
  let after = null as string | null;
  for (let page = 1; ; page += 1) {
    const variables = { ...name, label: runLabel, after };
    const { viewer, repository } = await graphql<NewestRunHeadsData>(newestRunHeadsDocument, variables);
    if (!repository) return undefined;
    for (const head of repository.issues.nodes) {
      const process = readProcessId(head.body);
      if (process === undefined || !processes.has(process) || head.stateReason === "NOT_PLANNED") continue;
      found.set(process, [...(found.get(process) ?? []), head]);
    }
    const { hasNextPage, endCursor } = repository.issues.pageInfo;
    const isEnough = [...processes].every((id) => (found.get(id)?.length ?? 0) >= mostEach);
    if (hasNextPage && !isEnough && page < mostPages) {
      after = endCursor;
      continue;
    }
    const all = [...found.values()];
    const heads = all.flatMap((own) => own.slice(0, mostEach));
    return {
      listed: { viewer, repository, heads },
      hasOlder: hasNextPage || all.some((own) => own.length > mostEach),
    };
  }
}
