import { z } from "zod";
import { readLearningBranch } from "../../../core/learning/index.ts";
import { learningPullsDocument } from "../documents/learning.ts";
import type { GraphqlClient } from "../graphql-client.ts";
import type { RepositoryName } from "../observe-run.ts";
import { pageInfoSchema } from "../page-info.ts";

/** Of more pull requests than these pages hold the oldest are forgotten. */
const mostPages = 10;

/** The part of GitHub's answer that is used; anything else in it is let be. */
const answer = z.object({
  repository: z
    .object({
      defaultBranchRef: z.object({ name: z.string(), target: z.object({ oid: z.string() }) }).nullable(),
      pullRequests: z.object({
        pageInfo: pageInfoSchema,
        nodes: z.array(
          z.object({
            number: z.number(),
            url: z.string(),
            state: z.string(),
            closedAt: z.string().nullable(),
            body: z.string(),
            headRefName: z.string(),
            headRefOid: z.string(),
            isCrossRepository: z.boolean(),
            viewerDidAuthor: z.boolean(),
            author: z.object({ __typename: z.string() }).nullable(),
          }),
        ),
      }),
    })
    .nullable(),
});

type Listed = NonNullable<z.output<typeof answer>["repository"]>["pullRequests"]["nodes"][number];

/** The newest commit, and the pull requests from branches on which the bot writes what runs suggest. */
export interface LearningPulls {
  readonly base: { readonly branch: string; readonly sha: string };
  /** Newest first, whoever opened them; none from a fork, whose branch anybody may name so. */
  readonly pulls: readonly Listed[];
}

/** Lists them, a hundred pull requests a request; nothing in an empty repository. */
export async function listLearningPulls(
  graphql: GraphqlClient,
  name: RepositoryName,
  states: readonly ("OPEN" | "CLOSED" | "MERGED")[],
): Promise<LearningPulls | undefined> {
  const pulls: Listed[] = [];
  let after: string | null = null;
  for (let page = 1; ; page += 1) {
    const { repository } = answer.parse(
      await graphql<unknown>(learningPullsDocument, { ...name, states, after }),
    );
    const { defaultBranchRef: start, pullRequests } = repository ?? {};
    if (!start || !pullRequests) return undefined;
    pulls.push(
      ...pullRequests.nodes.filter(
        ({ isCrossRepository, headRefName }) => !isCrossRepository && readLearningBranch(headRefName),
      ),
    );
    after = pullRequests.pageInfo.endCursor;
    if (!pullRequests.pageInfo.hasNextPage || page >= mostPages)
      return { base: { branch: start.name, sha: start.target.oid }, pulls };
  }
}
