import { runLabel } from "../../core/form/index.ts";
import { type OtherRun, type OtherRunIssue, otherRunOf } from "../../core/run/index.ts";
import { otherRunsDocument } from "./documents/other-runs.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import type { ReadingTrust, RepositoryName } from "./observe-run.ts";
import { commentOf } from "./observed-issue.ts";
import type { InRepository, OtherRunData, OtherRunsData } from "./response-types.ts";
import { type Viewer, viewerOf } from "./viewer.ts";

/**
 * The open runs of a repository, oldest first, as much as the plan of another one has to know of them. One request for fifty. A run
 * whose status somebody has changed is left out until the bot has put it back.
 */
export async function otherRuns(
  graphql: GraphqlClient,
  name: RepositoryName,
  { trust, seal }: ReadingTrust,
): Promise<OtherRun[]> {
  const found: OtherRun[] = [];
  let after = null as string | null;
  for (;;) {
    const variables = { ...name, label: runLabel, after };
    const { viewer, repository } = await graphql<OtherRunsData>(otherRunsDocument, variables);
    if (!repository) return found;
    const reader = { viewer: viewerOf(viewer, trust), seal, repository: repository.databaseId };
    const { nodes, pageInfo } = repository.issues;
    found.push(...nodes.map((run) => otherRunOf(issueIn(run, reader), closedIn(run, reader))));
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
}

interface Reader {
  readonly viewer: Viewer;
  readonly seal: ReadingTrust["seal"];
  readonly repository: number;
}

function issueIn({ number, body, author, parent, comments }: OtherRunData, reader: Reader): OtherRunIssue {
  const above = parent !== null && isIn(parent, reader) ? parent.number : null;
  const texts = { ...reader, run: number, parent: above, lastWritten: new Map<string, string>() };
  return {
    number,
    body,
    author: author?.login ?? "ghost",
    isOurs: reader.viewer.owns(author),
    comments: comments.nodes.map((comment) => commentOf(comment, number, texts)),
  };
}

function closedIn({ subIssues }: OtherRunData, reader: Reader): Set<number> {
  const closed = subIssues.nodes.filter((step) => isIn(step, reader) && step.state === "CLOSED");
  return new Set(closed.map(({ number }) => number));
}

function isIn({ repository }: InRepository, reader: Reader): boolean {
  return repository.databaseId === reader.repository;
}
