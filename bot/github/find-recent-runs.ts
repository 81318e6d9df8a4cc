import { readProcessId } from "../../core/form/index.ts";
import { isProposalBody } from "../../core/proposal/index.ts";
import { isTickedReading } from "../../core/reading/index.ts";
import { recentRunsDocument } from "./documents/recent-runs.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import type { RepositoryName } from "./observe-run.ts";
import type { RecentRunsData, RunHead } from "./response-types.ts";

type RecentIssue = NonNullable<RecentRunsData["repository"]>["issues"]["nodes"][number];

/** So many proposals that wait for an answer are named at once, the newest first; the next look names more. */
const mostProposals = 20;

/**
 * What a list of open runs leaves out and a sweep should see: runs that were closed, and issues that ask for a
 * process, with the label of a run or without it; those that changed since a moment, themselves or
 * an issue below them, oldest number first; and of proposals that the bot has not answered since they or
 * what was said on them changed; and readings whose box is ticked. Issues are listed, never searched for: a search may not know the newest.
 */
export async function findRecentRuns(
  graphql: GraphqlClient,
  name: RepositoryName,
  since: string,
): Promise<{
  readonly heads: readonly RunHead[];
  readonly proposals: readonly number[];
  readonly ticked: readonly number[];
}> {
  const found = new Map<number, RunHead>();
  const proposals: number[] = [];
  const ticked: number[] = [];
  let after = null as string | null;
  for (;;) {
    const { repository } = await graphql<RecentRunsData>(recentRunsDocument, { ...name, since, after });
    if (!repository) break;
    for (const issue of repository.issues.nodes) {
      if (isLeftOut(issue)) found.set(issue.number, issue);
      if (isUnanswered(issue)) proposals.push(issue.number);
      if (issue.viewerDidAuthor && issue.state === "OPEN" && isTickedReading(issue.body))
        ticked.push(issue.number);
      if (issue.parent?.state === "CLOSED") found.set(issue.parent.number, issue.parent);
    }
    const { hasNextPage, endCursor } = repository.issues.pageInfo;
    if (!hasNextPage) break;
    after = endCursor;
  }
  const heads = [...found.values()].sort((one, other) => one.number - other.number);
  return { heads, proposals: proposals.slice(0, mostProposals), ticked: ticked.slice(0, mostProposals) };
}

/** A proposal whose last word is not the bot's, or whose text was changed after that. */
function isUnanswered({ state, body, lastEditedAt, comments }: RecentIssue): boolean {
  if (state === "CLOSED" || !isProposalBody(body)) return false;
  const last = comments.nodes.at(-1);
  return !last?.viewerDidAuthor || (lastEditedAt !== null && lastEditedAt > last.updatedAt);
}

/** Labels would cost a point a page: a run shows by its text, and one whose text was changed by its steps. */
function isLeftOut({ state, body, subIssuesSummary }: RecentIssue): boolean {
  return readProcessId(body) !== undefined || (state === "CLOSED" && subIssuesSummary.total > 0);
}
