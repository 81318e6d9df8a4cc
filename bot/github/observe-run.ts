import type { ObservedBlocker, ObservedComment, ObservedIssue } from "../../core/run/index.ts";
import type { RunObservation } from "../ports/run-repository.ts";
import { commentEditsDocument, moreCommentsDocument, observeRunDocument } from "./documents/observe-run.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import type { RepositoryIds } from "./repository-ids.ts";
import type {
  BlockerData,
  CommentData,
  CommentEditsData,
  CommentsPage,
  IssueData,
  MoreCommentsData,
  ObserveRunData,
  RepositoryData,
  RunData,
} from "./response-types.ts";
import { isApp, type Trust, type Viewer, viewerOf } from "./viewer.ts";

/** One run as GitHub has it now, with the ids that writing to it takes. */
export interface GitHubObservation extends RunObservation {
  readonly ids: RepositoryIds;
  readonly viewer: Viewer;
  /** Whether everybody who can be assigned is in the ids. */
  readonly knowsEveryone: boolean;
}

/** Where the repository is. */
export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}

/** Organisations may rename both; these are the names GitHub gives them at first. */
const stepTypeName = "Task";
const dueFieldName = "Target date";

/**
 * Reads one run with all its steps and comments. Nothing when there is no such issue. One request, and one more for
 * every hundred comments beyond the first hundred of an issue.
 */
export async function observeRun(
  graphql: GraphqlClient,
  { owner, name }: RepositoryName,
  number: number,
  trust: Trust,
): Promise<GitHubObservation | undefined> {
  const { repository, viewer } = await graphql<ObserveRunData>(observeRunDocument, { owner, name, number });
  if (!repository?.issue) return undefined;
  return observationOf(graphql, repository, repository.issue, viewerOf(viewer.login, trust));
}

/** An observation from GitHub's answer; comments that the answer leaves out are fetched. */
export async function observationOf(
  graphql: GraphqlClient,
  repository: RepositoryData,
  run: RunData,
  viewer: Viewer,
): Promise<GitHubObservation> {
  const issues: readonly IssueData[] = [run, ...run.subIssues.nodes];
  for (const data of issues) await completeComments(graphql, data.id, data.comments);
  const lastWritten = await textsBeforeEdits(
    graphql,
    issues.flatMap((data) => data.comments.nodes),
    viewer,
  );
  const toIssue = (data: IssueData) => issueOf(data, viewer, lastWritten);
  return {
    viewer,
    parent: run.parent?.number ?? null,
    knowsEveryone: !repository.assignableUsers.pageInfo.hasNextPage,
    newestRevision: repository.defaultBranchRef?.target?.oid,
    observed: {
      repository: {
        name: repository.nameWithOwner,
        url: repository.url,
        defaultBranch: repository.defaultBranchRef?.name ?? "main",
        labels: repository.labels.nodes.map((label) => label.name),
      },
      run: toIssue(run),
      steps: run.subIssues.nodes.map(toIssue),
      waitsFor: run.waitsFor.nodes.map((blocker) => blockerOf(blocker, viewer)),
    },
    ids: {
      repository: repository.id,
      labels: new Map(repository.labels.nodes.map((label) => [label.name, label.id])),
      users: new Map(repository.assignableUsers.nodes.map(({ login, id }) => [login.toLowerCase(), id])),
      issues: new Map([...issues, ...run.waitsFor.nodes].map((data) => [data.number, data.id])),
      stepType: repository.issueTypes?.nodes.find((type) => type.name === stepTypeName)?.id,
      dueField: repository.owner.issueFields?.nodes.find((field) => field.name === dueFieldName)?.id,
    },
  };
}

function blockerOf(
  { number, title, state, closedAt, closings }: BlockerData,
  viewer: Viewer,
): ObservedBlocker {
  const closer = closings.nodes[0]?.actor ?? null;
  const isKnown = state !== "OPEN" && !viewer.owns(closer);
  return {
    number,
    title,
    state: state === "OPEN" ? "open" : "closed",
    closedAt,
    closedBy: isKnown ? (closer?.login ?? null) : null,
  };
}

async function completeComments(
  graphql: GraphqlClient,
  issue: string,
  comments: CommentsPage,
): Promise<void> {
  let page = comments.pageInfo;
  while (page.hasNextPage) {
    const { node } = await graphql<MoreCommentsData>(moreCommentsDocument, { issue, after: page.endCursor });
    if (!node) return;
    comments.nodes.push(...node.comments.nodes);
    page = node.comments.pageInfo;
  }
}

/** The text as the bot last wrote it of every comment of the bot that somebody else changed since. */
async function textsBeforeEdits(
  graphql: GraphqlClient,
  comments: readonly CommentData[],
  viewer: Viewer,
): Promise<ReadonlyMap<string, string>> {
  const changed = comments.filter((comment) => isOurs(comment, viewer) && isEditedByPeople(comment, viewer));
  if (changed.length === 0) return new Map();
  const { nodes } = await graphql<CommentEditsData>(commentEditsDocument, {
    ids: changed.map(({ id }) => id),
  });
  return new Map(
    nodes.flatMap((node) => {
      const ours = node?.userContentEdits?.nodes.find((edit) => viewer.owns(edit.editor));
      return node && ours?.diff ? [[node.id, ours.diff] as const] : [];
    }),
  );
}

/** GitHub says for certain what the viewer wrote; two accounts of different kinds may have one login. */
function isOurs(
  { viewerDidAuthor, author }: Pick<CommentData, "viewerDidAuthor" | "author">,
  viewer: Viewer,
): boolean {
  return viewerDidAuthor || (isApp(author) && viewer.owns(author));
}

function isEditedByPeople(
  { lastEditedAt, editor }: Pick<CommentData, "lastEditedAt" | "editor">,
  viewer: Viewer,
): boolean {
  return lastEditedAt !== null && !viewer.owns(editor);
}

function commentOf(
  data: CommentData,
  viewer: Viewer,
  lastWritten: ReadonlyMap<string, string>,
): ObservedComment {
  const ours = isOurs(data, viewer);
  const editedByPeople = isEditedByPeople(data, viewer);
  return {
    id: data.id,
    number: Number(data.fullDatabaseId),
    author: data.author?.login ?? "ghost",
    isOurs: ours,
    isByApp: isApp(data.author),
    isEditedByPeople: editedByPeople,
    body: ours && editedByPeople ? (lastWritten.get(data.id) ?? "") : data.body,
    createdAt: data.createdAt,
    hasOurReaction: data.reactionGroups?.some((group) => group.viewerHasReacted) ?? false,
  };
}

function issueOf(data: IssueData, viewer: Viewer, lastWritten: ReadonlyMap<string, string>): ObservedIssue {
  const [closing] = data.closings.nodes;
  const [reopening] = data.reopenings.nodes;
  const [assignment] = data.assignments.nodes;
  return {
    id: data.id,
    number: data.number,
    url: data.url,
    title: data.title,
    body: data.body,
    author: data.author?.login ?? "ghost",
    isOurs: isOurs(data, viewer),
    isEditedByPeople: isEditedByPeople(data, viewer),
    state: data.state === "OPEN" ? "open" : "closed",
    stateReason: stateReasons[data.stateReason ?? ""] ?? null,
    createdAt: data.createdAt,
    closedAt: data.closedAt,
    closedBy: data.state === "CLOSED" ? (closing?.actor?.login ?? null) : null,
    isClosedByUs: data.state === "CLOSED" && viewer.owns(closing?.actor),
    reopenedAt: reopening?.createdAt ?? null,
    reopenedBy: reopening?.actor?.login ?? null,
    closings: data.closings.filteredCount,
    reopenings: data.reopenings.filteredCount,
    labels: data.labels.nodes.map((label) => label.name),
    assignees: data.assignees.nodes.map(({ login }) => login),
    assignment: assignment
      ? {
          at: assignment.createdAt,
          by: assignment.actor?.login ?? "ghost",
          isOurs: viewer.owns(assignment.actor),
        }
      : null,
    blockedBy: data.blockedBy.nodes.map((blocking) => blocking.number),
    comments: data.comments.nodes.map((comment) => commentOf(comment, viewer, lastWritten)),
  };
}

const stateReasons: Readonly<Record<string, ObservedIssue["stateReason"]>> = {
  COMPLETED: "completed",
  NOT_PLANNED: "not-planned",
  DUPLICATE: "duplicate",
  REOPENED: "reopened",
};
