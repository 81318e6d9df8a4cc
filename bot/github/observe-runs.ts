import { runLabel } from "../../core/form/index.ts";
import type { ObservedRuns } from "../ports/run-repository.ts";
import { observeRunsDocument } from "./documents/observe-run.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import {
  type GitHubObservation,
  observationOf,
  type ReadingTrust,
  type RepositoryName,
} from "./observe-run.ts";
import type { ObserveRunsData } from "./response-types.ts";
import { viewerOf } from "./viewer.ts";

/** Reads every open run, or every run there ever was, five a request. */
export async function observeRuns(
  graphql: GraphqlClient,
  name: RepositoryName,
  which: "open" | "all",
  { trust, seal }: ReadingTrust,
): Promise<ObservedRuns<GitHubObservation>> {
  const states = which === "open" ? ["OPEN"] : ["OPEN", "CLOSED"];
  const observations: GitHubObservation[] = [];
  let after = null as string | null;
  for (;;) {
    const variables = { ...name, label: runLabel, states, after };
    const { viewer, repository } = await graphql<ObserveRunsData>(observeRunsDocument, variables);
    if (!repository) return { observations, newestRevision: undefined };
    for (const run of repository.issues.nodes) {
      observations.push(await observationOf(graphql, repository, run, viewerOf(viewer, trust), seal));
    }
    const { hasNextPage, endCursor } = repository.issues.pageInfo;
    if (!hasNextPage) return { observations, newestRevision: repository.defaultBranchRef?.target?.oid };
    after = endCursor;
  }
}
