import { runLabel } from "../../core/form/index.ts";
import { observeRunsDocument } from "./documents/observe-run.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import { observationOf, type RepositoryName, type RunObservation } from "./observe-run.ts";
import type { ObserveRunsData } from "./response-types.ts";
import { type Trust, viewerOf } from "./viewer.ts";

/** Runs of a repository, oldest first. */
export interface ObservedRuns {
  readonly observations: readonly RunObservation[];
  /** The newest commit of the default branch; nothing in an empty repository. */
  readonly newestRevision: string | undefined;
}

/** Reads every open run, or every run there ever was, five a request. */
export async function observeRuns(
  graphql: GraphqlClient,
  name: RepositoryName,
  which: "open" | "all",
  trust: Trust,
): Promise<ObservedRuns> {
  const states = which === "open" ? ["OPEN"] : ["OPEN", "CLOSED"];
  const observations: RunObservation[] = [];
  let after = null as string | null;
  for (;;) {
    const variables = { ...name, label: runLabel, states, after };
    const { viewer, repository } = await graphql<ObserveRunsData>(observeRunsDocument, variables);
    if (!repository) return { observations, newestRevision: undefined };
    for (const run of repository.issues.nodes) {
      observations.push(await observationOf(graphql, repository, run, viewerOf(viewer.login, trust)));
    }
    const { hasNextPage, endCursor } = repository.issues.pageInfo;
    if (!hasNextPage) return { observations, newestRevision: repository.defaultBranchRef?.target?.oid };
    after = endCursor;
  }
}
