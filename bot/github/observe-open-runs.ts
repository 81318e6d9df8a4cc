import { runLabel } from "../../core/form/index.ts";
import { observeOpenRunsDocument } from "./documents/observe-run.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import { observationOf, type RepositoryName, type RunObservation } from "./observe-run.ts";
import type { ObserveOpenRunsData } from "./response-types.ts";
import { viewerOf } from "./viewer.ts";

/** Every open run of a repository. */
export interface OpenRuns {
  readonly observations: readonly RunObservation[];
  /** The newest commit of the default branch; nothing in an empty repository. */
  readonly newestRevision: string | undefined;
}

/** Reads every open run, five a request. */
export async function observeOpenRuns(graphql: GraphqlClient, name: RepositoryName): Promise<OpenRuns> {
  const observations: RunObservation[] = [];
  let after = null as string | null;
  for (;;) {
    const variables = { ...name, label: runLabel, after };
    const { viewer, repository } = await graphql<ObserveOpenRunsData>(observeOpenRunsDocument, variables);
    if (!repository) return { observations, newestRevision: undefined };
    for (const run of repository.issues.nodes) {
      observations.push(await observationOf(graphql, repository, run, viewerOf(viewer.login)));
    }
    const { hasNextPage, endCursor } = repository.issues.pageInfo;
    if (!hasNextPage) return { observations, newestRevision: repository.defaultBranchRef?.target?.oid };
    after = endCursor;
  }
}
