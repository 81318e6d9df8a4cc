import { z } from "zod";
import {
  type HeadNote,
  isBesideOthers,
  isDoneAfterMerge,
  isMeaningComment,
  readHeadNote,
} from "../../../core/pull-request/index.ts";
import { recentPullsDocument } from "../documents/pull-request.ts";
import type { GraphqlClient } from "../graphql-client.ts";
import type { RepositoryName } from "../observe-run.ts";
import { rulesAnswer, rulesAsked, rulesNow } from "./rules-now.ts";

const answer = z.object({
  repository: z
    .object({
      defaultBranchRef: z.object({ name: z.string() }).nullable(),
      ...rulesAnswer,
      openPulls: z.object({
        pageInfo: z.object({ hasNextPage: z.boolean() }),
        nodes: z.array(z.object({ number: z.number(), headRefOid: z.string() })),
      }),
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

type Answer = NonNullable<z.output<typeof answer>["repository"]>;
type Listed = Answer["pullRequests"]["nodes"][number];

/**
 * The pull requests that touch the handbook and changed since a moment, of which the bot has not said what their newest commit means beside the branch they are for, or has not
 * done what follows from the merge, and those that share their commit with others than when it last spoke, or are for a branch with other settings by now, whenever that was: an event about them
 * was lost. One request for the newest fifty; an agreement that was lost with its
 * event is not among them, and counts with the next commit or when somebody asks for the check again.
 */
export async function unseenPulls(
  graphql: GraphqlClient,
  name: RepositoryName,
  root: string,
  since: string,
): Promise<number[]> {
  const { repository } = answer.parse(
    await graphql<unknown>(recentPullsDocument, { ...name, ...rulesAsked(root) }),
  );
  const folder = root === "" ? "" : `${root}/`;
  if (!repository) return [];
  return repository.pullRequests.nodes
    .filter(
      (pull) =>
        (pull.files?.nodes ?? []).some(({ path }) => path.startsWith(folder)) &&
        ((pull.updatedAt >= since && !isSeen(pull)) || isOutdated(pull, repository)),
    )
    .map(({ number }) => number);
}

function saidOn({ comments }: Listed) {
  return comments.nodes.find(({ viewerDidAuthor, body }) => viewerDidAuthor && isMeaningComment(body));
}

/** Whether what is said of an open one may be otherwise by now, though nobody touched it. */
function isOutdated(pull: Listed, repository: Answer): boolean {
  const note = readHeadNote(saidOn(pull)?.body);
  if (pull.state !== "OPEN" || note === undefined) return false;
  const isForDefaultBranch = pull.baseRefName === repository.defaultBranchRef?.name;
  const hasOtherRules = isForDefaultBranch && note.rules !== rulesNow(repository);
  return hasOtherRules || sharesAnew(pull, note, repository);
}

/** Where more are open than the list holds nobody knows. */
function sharesAnew(pull: Listed, note: HeadNote, { openPulls }: Answer): boolean {
  if (openPulls.pageInfo.hasNextPage) return false;
  const beside = openPulls.nodes.filter(
    ({ number, headRefOid }) => number !== pull.number && headRefOid === pull.headRefOid,
  );
  return isBesideOthers(
    note,
    beside.map(({ number }) => number).sort((a, b) => a - b),
  );
}

function isSeen(pull: Listed): boolean {
  const { state, headRefOid, baseRefName } = pull;
  const said = saidOn(pull);
  // What was merged before the bot was there is nothing of its own.
  if (state === "MERGED") return said === undefined || isDoneAfterMerge(said.body);
  const note = readHeadNote(said?.body);
  return note?.head === headRefOid && note.base === baseRefName;
}
