import { z } from "zod";
import { meaningMark, type ObservedNote } from "../../../core/pull-request/index.ts";
import { pullRequestDocument } from "../documents/pull-request.ts";
import type { GraphqlClient } from "../graphql-client.ts";
import type { RepositoryName } from "../observe-run.ts";

/** A pull request before its files are read. */
export interface PullRequestFacts {
  readonly isOpen: boolean;
  readonly headSha: string;
  readonly baseRef: string;
  readonly changedPaths: readonly string[];
  /** The bot's comments that say what a change means, oldest first. */
  readonly notes: readonly ObservedNote[];
}

const page = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

/** The part of GitHub's answer that is used; anything else in it is let be. */
const answer = z.object({
  repository: z
    .object({
      pullRequest: z
        .object({
          state: z.string(),
          headRefOid: z.string(),
          baseRefName: z.string(),
          files: z.object({ pageInfo: page, nodes: z.array(z.object({ path: z.string() })) }).nullable(),
          comments: z.object({
            pageInfo: page,
            nodes: z.array(
              z.object({ databaseId: z.number().nullable(), viewerDidAuthor: z.boolean(), body: z.string() }),
            ),
          }),
        })
        .nullable(),
    })
    .nullable(),
});

type Page = z.output<typeof page>;

/** More pages than GitHub lists: it stops at three thousand files. */
const mostPages = 100;

/** Reads a pull request with all its file names and all that the bot said on it; nothing where there is none of that number. */
export async function readPullRequest(
  graphql: GraphqlClient,
  name: RepositoryName,
  number: number,
): Promise<PullRequestFacts | undefined> {
  const changedPaths: string[] = [];
  const notes: ObservedNote[] = [];
  const cursors = { files: null as string | null, comments: null as string | null };
  const isDone = { files: false, comments: false };
  for (let round = 0; round < mostPages; round += 1) {
    const data = answer.parse(await graphql<unknown>(pullRequestDocument, { ...name, number, ...cursors }));
    const pull = data.repository?.pullRequest;
    if (!pull) return undefined;
    if (!isDone.files) changedPaths.push(...(pull.files?.nodes ?? []).map(({ path }) => path));
    if (!isDone.comments) notes.push(...pull.comments.nodes.flatMap(noteOf));
    const advance = (what: keyof typeof cursors, info: Page | undefined) => {
      isDone[what] ||= info?.hasNextPage !== true;
      if (info?.hasNextPage) cursors[what] = info.endCursor;
    };
    advance("files", pull.files?.pageInfo);
    advance("comments", pull.comments.pageInfo);
    if (isDone.files && isDone.comments)
      return {
        isOpen: pull.state === "OPEN",
        headSha: pull.headRefOid,
        baseRef: pull.baseRefName,
        changedPaths: [...new Set(changedPaths)],
        notes,
      };
  }
  throw new Error(`Pull request #${number} has more pages of files or comments than GitHub lists.`);
}

function noteOf(comment: {
  databaseId: number | null;
  viewerDidAuthor: boolean;
  body: string;
}): ObservedNote[] {
  const { databaseId, viewerDidAuthor, body } = comment;
  return databaseId !== null && viewerDidAuthor && body.includes(meaningMark)
    ? [{ id: databaseId, body }]
    : [];
}
