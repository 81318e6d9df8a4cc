import { z } from "zod";
import { readProposedBy } from "../../../core/proposal/index.ts";
import {
  isMeaningComment,
  type ObservedNote,
  type PullRequestComment,
} from "../../../core/pull-request/index.ts";
import { type NotesPlace, openNotes, type Seal } from "../../../core/run/index.ts";
import { actorSchema, viewerSchema } from "../actor-schema.ts";
import { pullRequestDocument } from "../documents/pull-request.ts";
import type { GraphqlClient } from "../graphql-client.ts";
import type { RepositoryName } from "../observe-run.ts";
import { pageInfoSchema } from "../page-info.ts";
import type { RestClient } from "../rest-client.ts";
import { isEditedByPeople, textsAsWritten } from "../texts-before-edits.ts";
import { type Viewer, viewerOf } from "../viewer.ts";
import { changedFile, formerPaths } from "./former-paths.ts";
import { rulesAnswer, rulesAsked, rulesNow } from "./rules-now.ts";

/** A pull request before its files are read. */
export interface PullRequestFacts {
  readonly number: number;
  readonly isOpen: boolean;
  readonly isMerged: boolean;
  /** When it was merged; nothing while it is not. */
  readonly mergedAt: string | null;
  readonly repositoryUrl: string;
  /** Whether the workflow of the branch that counts builds a preview of pull requests. */
  readonly offersPreview: boolean;
  readonly baseBranch: string;
  readonly author: string;
  /** Whose wish it carries out, where the bot opened it. */
  readonly proposedBy: string | undefined;
  readonly headSha: string;
  /** What it is compared with: the branch it is for, or once it is merged or closed that branch as it was, which may be gone. */
  readonly baseRef: string;
  /** Whether it is for the branch that runs follow. */
  readonly isForDefaultBranch: boolean;
  /** What tells the settings of that branch from any others; absent where it is for another one. */
  readonly rules: string | undefined;
  /** With those where renamed files were before. */
  readonly changedPaths: readonly string[];
  readonly repositoryId: number;
  /** Number of the newest comment of somebody else; 0 where there is none. */
  readonly newestComment: number;
  /** The bot's comments that say what a change means, oldest first. */
  readonly notes: readonly ObservedNote[];
  /** When the branch that it is for was last changed; nothing where it has been the same since it was opened. */
  readonly retargetedAt: string | undefined;
  /** What others said, oldest first. */
  readonly comments: readonly PullRequestComment[];
  /** Who approved the newest commit with GitHub's own button since it is for that branch, by login. */
  readonly approvedBy: readonly string[];
  /** Every open pull request of the repository with its newest commit. */
  readonly openPulls: readonly { readonly number: number; readonly headSha: string }[];
}

const author = z.object({ login: z.string() }).nullable();
const comment = z.object({
  id: z.string(),
  databaseId: z.number().nullable(),
  body: z.string(),
  createdAt: z.string(),
  lastEditedAt: z.string().nullable(),
  editor: actorSchema,
  author: actorSchema,
});

/** The part of GitHub's answer that is used; anything else in it is let be. */
const answer = z.object({
  viewer: viewerSchema,
  repository: z
    .object({
      databaseId: z.number(),
      url: z.string(),
      workflow: z.object({ text: z.string().nullish() }).nullish(),
      defaultBranchRef: z.object({ name: z.string() }).nullable(),
      ...rulesAnswer,
      openPulls: z.object({
        pageInfo: pageInfoSchema,
        nodes: z.array(z.object({ number: z.number(), headRefOid: z.string() })),
      }),
      pullRequest: z
        .object({
          state: z.string(),
          mergedAt: z.string().nullable(),
          author,
          viewerDidAuthor: z.boolean(),
          body: z.string(),
          lastEditedAt: z.string().nullable(),
          editor: actorSchema,
          headRefOid: z.string(),
          baseRefName: z.string(),
          baseRefOid: z.string(),
          files: z.object({ pageInfo: pageInfoSchema, nodes: z.array(changedFile) }).nullable(),
          retargets: z.object({ nodes: z.array(z.object({ createdAt: z.string() })) }),
          reviews: z
            .object({
              nodes: z.array(
                z.object({
                  author,
                  submittedAt: z.string().nullable(),
                  commit: z.object({ oid: z.string() }).nullable(),
                }),
              ),
            })
            .nullable(),
          comments: z.object({
            pageInfo: pageInfoSchema,
            nodes: z.array(comment),
          }),
        })
        .nullable(),
    })
    .nullable(),
});

type Page = z.output<typeof pageInfoSchema>;

/** More pages than GitHub lists: it stops at three thousand files. */
const mostPages = 100;

/** Reads a pull request with all its file names and all that the bot said on it; nothing where there is none of that number. */
export async function readPullRequest(
  { graphql, rest }: { readonly graphql: GraphqlClient; readonly rest: RestClient },
  name: RepositoryName,
  number: number,
  { root, seal }: { readonly root: string; readonly seal: Seal | undefined },
): Promise<PullRequestFacts | undefined> {
  const files: z.output<typeof changedFile>[] = [];
  const said: Said[] = [];
  const openPulls: { number: number; headSha: string }[] = [];
  const cursors = {
    files: null as string | null,
    comments: null as string | null,
    openPulls: null as string | null,
  };
  const isDone = { files: false, comments: false, openPulls: false };
  for (let round = 0; round < mostPages; round += 1) {
    const data = answer.parse(
      await graphql<unknown>(pullRequestDocument, { ...name, ...rulesAsked(root), number, ...cursors }),
    );
    const pull = data.repository?.pullRequest;
    if (!data.repository || !pull) return undefined;
    const { openPulls: listed } = data.repository;
    if (!isDone.files) files.push(...(pull.files?.nodes ?? []));
    if (!isDone.comments) said.push(...pull.comments.nodes);
    if (!isDone.openPulls)
      openPulls.push(...listed.nodes.map((each) => ({ number: each.number, headSha: each.headRefOid })));
    const advance = (what: keyof typeof cursors, info: Page | undefined) => {
      isDone[what] ||= info?.hasNextPage !== true;
      if (info?.hasNextPage) cursors[what] = info.endCursor;
    };
    advance("files", pull.files?.pageInfo);
    advance("comments", pull.comments.pageInfo);
    advance("openPulls", listed.pageInfo);
    if (isDone.files && isDone.comments && isDone.openPulls) {
      const place = { repository: data.repository.databaseId, issue: number };
      const viewer = viewerOf(data.viewer);
      const comments = said.flatMap((each) => commentOf(each, viewer));
      const isForDefaultBranch = pull.baseRefName === data.repository.defaultBranchRef?.name;
      const former = await formerPaths(rest, { owner: name.owner, repo: name.name }, number, files);
      const retargetedAt = pull.retargets.nodes[0]?.createdAt;
      return {
        number,
        openPulls,
        repositoryId: place.repository,
        newestComment: Math.max(0, ...comments.map(({ id }) => id)),
        isOpen: pull.state === "OPEN",
        isMerged: pull.state === "MERGED",
        mergedAt: pull.mergedAt,
        repositoryUrl: data.repository.url,
        offersPreview: /\bpublish: preview\b/.test(data.repository.workflow?.text ?? ""),
        baseBranch: pull.baseRefName,
        author: pull.author?.login ?? "ghost",
        proposedBy:
          pull.viewerDidAuthor && !isEditedByPeople(pull, viewer) ? readProposedBy(pull.body) : undefined,
        headSha: pull.headRefOid,
        baseRef: pull.state === "OPEN" ? pull.baseRefName : pull.baseRefOid,
        isForDefaultBranch,
        rules: isForDefaultBranch ? rulesNow(data.repository) : undefined,
        changedPaths: [...new Set([...files.map(({ path }) => path), ...former])],
        notes: await notesIn(graphql, said, { viewer, place, seal }),
        retargetedAt,
        comments,
        approvedBy: (pull.reviews?.nodes ?? []).flatMap(({ author: by, submittedAt, commit }) =>
          by !== null &&
          commit?.oid === pull.headRefOid &&
          (retargetedAt === undefined || (submittedAt ?? "") > retargetedAt)
            ? [by.login]
            : [],
        ),
      };
    }
  }
  throw new Error(`Pull request #${number} has more pages of files or comments than GitHub lists.`);
}

type Said = z.output<typeof comment>;

/** The bot's comments that say what a change means, by what it wrote last: whatever somebody else has made of them since is put back. */
async function notesIn(
  graphql: GraphqlClient,
  said: readonly Said[],
  {
    viewer,
    place,
    seal,
  }: { readonly viewer: Viewer; readonly place: NotesPlace; readonly seal: Seal | undefined },
): Promise<ObservedNote[]> {
  const written = await textsAsWritten(graphql, said, viewer);
  return said.flatMap((each): ObservedNote[] => {
    const { databaseId, author: by } = each;
    const text = written.get(each.id);
    if (databaseId === null || !viewer.owns(by) || !isMeaningComment(text ?? each.body)) return [];
    const opened = (sealed: string) => openNotes(sealed, [place], seal).text;
    const changedTo = isEditedByPeople(each, viewer) ? opened(each.body) : undefined;
    return [{ id: databaseId, body: opened(text ?? ""), changedTo }];
  });
}

function commentOf(
  { databaseId, body, createdAt, lastEditedAt, author: by }: Said,
  viewer: Viewer,
): PullRequestComment[] {
  if (by === null || viewer.owns(by) || databaseId === null) return [];
  return [{ id: databaseId, author: by.login, body, createdAt, isEdited: lastEditedAt !== null }];
}
