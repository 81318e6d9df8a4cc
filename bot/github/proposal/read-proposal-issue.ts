import { z } from "zod";
import {
  isProposalAnswer,
  type ObservedProposal,
  proposalBranch,
  proposalLabel,
} from "../../../core/proposal/index.ts";
import { proposalDocument } from "../documents/proposal.ts";
import type { GraphqlClient } from "../graphql-client.ts";
import type { RepositoryName } from "../observe-run.ts";
import { pageInfoSchema } from "../page-info.ts";

/** A proposal before people and files are asked about. */
export interface ProposalFacts {
  readonly title: string;
  readonly body: string;
  readonly bodyEditedAt: string | null;
  readonly isOpen: boolean;
  readonly isLabelled: boolean;
  readonly author: { readonly login: string; readonly id: number | null };
  /** What others than the bot said, oldest first. */
  readonly comments: readonly {
    readonly author: string;
    readonly body: string;
    readonly createdAt: string;
  }[];
  /** The bot's answers, oldest first. */
  readonly answers: readonly { readonly id: number; readonly body: string }[];
  /** The newest pull request from the branch of this repository. */
  readonly pull: ObservedProposal["pull"];
  readonly base: { readonly branch: string; readonly sha: string };
}

const author = z.object({ login: z.string(), databaseId: z.number().nullish() }).nullable();

/** The part of GitHub's answer that is used; anything else in it is let be. */
const answer = z.object({
  repository: z
    .object({
      defaultBranchRef: z.object({ name: z.string(), target: z.object({ oid: z.string() }) }).nullable(),
      issue: z
        .object({
          title: z.string(),
          body: z.string(),
          state: z.string(),
          lastEditedAt: z.string().nullable(),
          author,
          labels: z.object({ nodes: z.array(z.object({ name: z.string() })) }).nullable(),
          comments: z.object({
            pageInfo: pageInfoSchema,
            nodes: z.array(
              z.object({
                databaseId: z.number().nullable(),
                viewerDidAuthor: z.boolean(),
                body: z.string(),
                createdAt: z.string(),
                author,
              }),
            ),
          }),
        })
        .nullable(),
      pullRequests: z.object({
        nodes: z.array(z.object({ number: z.number(), state: z.string(), isCrossRepository: z.boolean() })),
      }),
    })
    .nullable(),
});

type Comment = NonNullable<
  NonNullable<z.output<typeof answer>["repository"]>["issue"]
>["comments"]["nodes"][number];

/** Of an issue with more pages of comments the first count. */
const mostPages = 20;

/** Reads a proposal with all that was said on it; nothing where there is no such issue or no commit to start from. */
export async function readProposalIssue(
  graphql: GraphqlClient,
  name: RepositoryName,
  number: number,
): Promise<ProposalFacts | undefined> {
  const said: Comment[] = [];
  let comments = null as string | null;
  for (let page = 1; ; page += 1) {
    const variables = { ...name, number, branch: proposalBranch(number), comments };
    const { repository } = answer.parse(await graphql<unknown>(proposalDocument, variables));
    const { issue, defaultBranchRef: start } = repository ?? {};
    if (!repository || !issue || !start) return undefined;
    said.push(...issue.comments.nodes);
    const { hasNextPage, endCursor } = issue.comments.pageInfo;
    comments = endCursor;
    if (hasNextPage && page < mostPages) continue;
    // A branch of that name in somebody's fork is not the bot's.
    const own = repository.pullRequests.nodes.filter(({ isCrossRepository }) => !isCrossRepository);
    const newest = own.toSorted((a, b) => b.number - a.number)[0];
    return {
      title: issue.title,
      body: issue.body,
      bodyEditedAt: issue.lastEditedAt,
      isOpen: issue.state === "OPEN",
      isLabelled: issue.labels?.nodes.some((label) => label.name === proposalLabel) ?? false,
      author: { login: issue.author?.login ?? "ghost", id: issue.author?.databaseId ?? null },
      comments: said.flatMap((comment) =>
        comment.viewerDidAuthor || comment.author === null
          ? []
          : [{ author: comment.author.login, body: comment.body, createdAt: comment.createdAt }],
      ),
      answers: said.flatMap(({ databaseId, viewerDidAuthor, body }) =>
        viewerDidAuthor && databaseId !== null && isProposalAnswer(body) ? [{ id: databaseId, body }] : [],
      ),
      pull: newest && { number: newest.number, isGivenUp: newest.state === "CLOSED" },
      base: { branch: start.name, sha: start.target.oid },
    };
  }
}
