import { runLabel } from "../../core/form/index.ts";
import type { ObservedRuns } from "../ports/run-repository.ts";
import { TooSoon } from "../ports/work-queue.ts";
import { runHeadsDocument } from "./documents/run-heads.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import {
  type GitHubObservation,
  observationOf,
  type ReadingTrust,
  type RepositoryName,
} from "./observe-run.ts";
import { readAdders } from "./read-adders.ts";
import { readRuns } from "./read-runs.ts";
import type { RepositoryData, RunData, RunHead, RunHeadsData, ViewerData } from "./response-types.ts";
import type { RunMemory } from "./run-memory.ts";
import { viewerOf } from "./viewer.ts";

/** The runs of a repository with what tells how large each is, oldest first. */
export interface ListedRuns {
  readonly viewer: ViewerData;
  readonly repository: RepositoryData;
  readonly heads: readonly RunHead[];
}

/** Lists every open run, or every run there ever was, a hundred a request. Nothing where there is no such repository. */
export async function listRuns(
  graphql: GraphqlClient,
  name: RepositoryName,
  which: "open" | "all",
): Promise<ListedRuns | undefined> {
  const states = which === "open" ? ["OPEN"] : ["OPEN", "CLOSED"];
  const heads: RunHead[] = [];
  let after = null as string | null;
  for (;;) {
    const variables = { ...name, label: runLabel, states, after };
    const { viewer, repository } = await graphql<RunHeadsData>(runHeadsDocument, variables);
    if (!repository) return undefined;
    heads.push(...repository.issues.nodes);
    const { hasNextPage, endCursor } = repository.issues.pageInfo;
    if (!hasNextPage) return { viewer, repository, heads };
    after = endCursor;
  }
}

/**
 * Reads these runs. Those that are as they were are taken from memory; the others are read whole, some in a request. A
 * run that cannot be read or understood is named, and stops no other.
 */
export async function observeRuns(
  graphql: GraphqlClient,
  { viewer, repository, heads }: ListedRuns,
  { trust, seal }: ReadingTrust,
  memory: RunMemory,
): Promise<ObservedRuns<GitHubObservation>> {
  const unchanged = await memory.unchanged(graphql, heads);
  const read = await readRuns(
    graphql,
    heads.filter(({ number }) => !unchanged.has(number)),
  );
  // Asked for all runs at once; what cannot be asked now is asked with the run that needs it.
  const strange = [...read.runs.values()].flatMap(({ subIssues }) =>
    subIssues.nodes.filter(({ viewerDidAuthor }) => !viewerDidAuthor),
  );
  await readAdders(graphql, strange).catch(() => undefined);
  const failures = [...read.failures];
  const observations: GitHubObservation[] = [];
  const understood: RunData[] = [];
  for (const { number } of heads) {
    const run = unchanged.get(number) ?? read.runs.get(number);
    if (!run) continue;
    try {
      observations.push(await observationOf(graphql, repository, run, viewerOf(viewer, trust), seal));
      if (!unchanged.has(number)) understood.push(run);
    } catch (error) {
      if (error instanceof TooSoon) throw error;
      failures.push({ run: number, error });
    }
  }
  memory.remember(understood);
  const newestRevision = repository.defaultBranchRef?.target?.oid;
  return { observations, failures, newestRevision };
}
