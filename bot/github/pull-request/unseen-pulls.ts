import { z } from "zod";
import { meaningMark, mergedMark, readHeadNote } from "../../../core/pull-request/index.ts";
import { recentPullsDocument } from "../documents/pull-request.ts";
import type { GraphqlClient } from "../graphql-client.ts";
import type { RepositoryName } from "../observe-run.ts";

const answer = z.object({
  repository: z
    .object({
      pullRequests: z.object({
        nodes: z.array(
          z.object({
            number: z.number(),
            state: z.string(),
            headRefOid: z.string(),
            baseRefName: z.string(),
            updatedAt: z.string(),
            files: z.object({ nodes: z.array(z.object({ path: z.string() })) }).nullable(),
            comments: z.object({
              nodes: z.array(z.object({ viewerDidAuthor: z.boolean(), body: z.string() })),
            }),
          }),
        ),
      }),
    })
    .nullable(),
});

type Listed = NonNullable<z.output<typeof answer>["repository"]>["pullRequests"]["nodes"][number];

/**
 * The pull requests that touch the handbook and changed since a moment, of which the bot has not said what their newest commit means beside the branch they are for, or has not
 * done what follows from the merge: an event about them was lost. One request for the newest fifty; an agreement that was lost with its
 * event is not among them, and counts with the next commit or when somebody asks for the check again.
 */
export async function unseenPulls(
  graphql: GraphqlClient,
  name: RepositoryName,
  root: string,
  since: string,
): Promise<number[]> {
  const { repository } = answer.parse(await graphql<unknown>(recentPullsDocument, { ...name }));
  const folder = root === "" ? "" : `${root}/`;
  return (repository?.pullRequests.nodes ?? [])
    .filter(
      (pull) =>
        pull.updatedAt >= since &&
        (pull.files?.nodes ?? []).some(({ path }) => path.startsWith(folder)) &&
        !isSeen(pull),
    )
    .map(({ number }) => number);
}

function isSeen({ state, headRefOid, baseRefName, comments }: Listed): boolean {
  const said = comments.nodes.find(
    ({ viewerDidAuthor, body }) => viewerDidAuthor && body.includes(meaningMark),
  );
  // What was merged before the bot was there is nothing of its own.
  if (state === "MERGED") return said === undefined || said.body.includes(mergedMark);
  const note = readHeadNote(said?.body);
  return note?.head === headRefOid && note.base === baseRefName;
}
