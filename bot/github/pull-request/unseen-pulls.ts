import { z } from "zod";
import {
  type HeadNote,
  isBesideOthers,
  isDoneAfterMerge,
  isMeaningComment,
  readHeadNote,
} from "../../../core/pull-request/index.ts";
import { actorSchema, viewerSchema } from "../actor-schema.ts";
import { recentPullsDocument } from "../documents/pull-request.ts";
import type { GraphqlClient } from "../graphql-client.ts";
import type { RepositoryName } from "../observe-run.ts";
import type { RestClient } from "../rest-client.ts";
import { isEditedByPeople } from "../texts-before-edits.ts";
import { type Viewer, viewerOf } from "../viewer.ts";
import { changedFile, formerPaths } from "./former-paths.ts";
import { rulesAnswer, rulesAsked, rulesNow } from "./rules-now.ts";

const answer = z.object({
  viewer: viewerSchema,
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
            files: z.object({ nodes: z.array(changedFile) }).nullable(),
            comments: z.object({
              nodes: z.array(
                z.object({
                  body: z.string(),
                  lastEditedAt: z.string().nullable(),
                  author: actorSchema,
                  editor: actorSchema,
                }),
              ),
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
  { graphql, rest }: { readonly graphql: GraphqlClient; readonly rest: RestClient },
  name: RepositoryName,
  root: string,
  since: string,
): Promise<number[]> {
  const { viewer: account, repository } = answer.parse(
    await graphql<unknown>(recentPullsDocument, { ...name, ...rulesAsked(root) }),
  );
  const viewer = viewerOf(account);
  const folder = root === "" ? "" : `${root}/`;
  if (!repository) return [];
  const unseen = repository.pullRequests.nodes.filter(
    (pull) => (pull.updatedAt >= since && !isSeen(pull, viewer)) || isOutdated(pull, viewer, repository),
  );
  const found: number[] = [];
  for (const { number, files } of unseen) {
    const listed = files?.nodes ?? [];
    const touches = (paths: readonly string[]) => paths.some((path) => path.startsWith(folder));
    const isOfHandbook =
      touches(listed.map(({ path }) => path)) ||
      touches(await formerPaths(rest, { owner: name.owner, repo: name.name }, number, listed));
    if (isOfHandbook) found.push(number);
  }
  return found;
}

/** What the bot said, as far as it stands there as it wrote it: whatever somebody has made of it since tells nothing. */
function saidOn({ comments }: Listed, viewer: Viewer) {
  return comments.nodes.find(
    (comment) =>
      viewer.owns(comment.author) && !isEditedByPeople(comment, viewer) && isMeaningComment(comment.body),
  );
}

/** Whether somebody else has changed anything that the bot said. */
function isChanged({ comments }: Listed, viewer: Viewer): boolean {
  return comments.nodes.some((comment) => viewer.owns(comment.author) && isEditedByPeople(comment, viewer));
}

/** Whether what is said of an open one may be otherwise by now, though nobody touched it. */
function isOutdated(pull: Listed, viewer: Viewer, repository: Answer): boolean {
  const note = readHeadNote(saidOn(pull, viewer)?.body);
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

function isSeen(pull: Listed, viewer: Viewer): boolean {
  const { state, headRefOid, baseRefName } = pull;
  const said = saidOn(pull, viewer);
  if (said === undefined && isChanged(pull, viewer)) return false;
  // What was merged before the bot was there is nothing of its own.
  if (state === "MERGED") return said === undefined || isDoneAfterMerge(said.body);
  const note = readHeadNote(said?.body);
  return note?.head === headRefOid && note.base === baseRefName;
}
