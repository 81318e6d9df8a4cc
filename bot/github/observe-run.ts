import { hash } from "node:crypto";
import {
  isChildRun,
  isPlaceInQuestion,
  type ObservedBlocker,
  type ObservedReaction,
  type Seal,
  textsInQuestion,
  titlesInQuestion,
  workInside,
} from "../../core/run/index.ts";
import type { RunObservation } from "../ports/run-repository.ts";
import { moreCommentsDocument } from "./documents/observe-run.ts";
import { dueFieldName } from "./due-field.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import { issueOf, type TextReader } from "./observed-issue.ts";
import { readAdders } from "./read-adders.ts";
import type { HandbookReader } from "./read-handbook.ts";
import { readPlaces } from "./read-places.ts";
import { readRenames } from "./read-renames.ts";
import { readRun } from "./read-runs.ts";
import type { RepositoryIds } from "./repository-ids.ts";
import type {
  BlockerData,
  CommentsPage,
  InRepository,
  IssueData,
  MoreCommentsData,
  RepositoryData,
  RunData,
} from "./response-types.ts";
import type { RunMemory } from "./run-memory.ts";
import { isEditedByPeople, textsBeforeEdits } from "./texts-before-edits.ts";
import { type Trust, type Viewer, viewerOf } from "./viewer.ts";

/** One run as GitHub has it now, with the ids that writing to it takes. */
export interface GitHubObservation extends RunObservation {
  readonly ids: RepositoryIds;
  readonly viewer: Viewer;
  /** Whether everybody who can be assigned is in the ids. */
  readonly knowsEveryone: boolean;
  /** Who reacted to the issues and comments that were asked about, by node id. */
  readonly reactions: Map<string, readonly ObservedReaction[]>;
  /** Who was asked for besides, of whom the ids have those who can be assigned; in lower case. */
  readonly askedFor: Set<string>;
}

/** Whose notes count: which accounts' texts, and signed with which keys. */
export interface ReadingTrust {
  readonly trust: Trust;
  readonly seal: Seal | undefined;
}

/** Where the repository is. */
export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}

/** Organisations may rename it; this is the name GitHub gives it at first. */
const stepTypeName = "Task";

/**
 * Reads one run with all its steps and comments. Nothing when there is no such issue. One request where it has no more steps
 * than expected, and one more for every hundred comments beyond the first hundred of an issue.
 */
export async function observeRun(
  graphql: GraphqlClient,
  { owner, name }: RepositoryName,
  number: number,
  { trust, seal }: ReadingTrust,
  memory: RunMemory,
  handbooks: Pick<HandbookReader, "newestFolder" | "knowsAny" | "remember">,
): Promise<GitHubObservation | undefined> {
  const folder = handbooks.newestFolder;
  const variables = { owner, name, number, folder, withHandbook: !handbooks.knowsAny() };
  const { repository, viewer } = await readRun(graphql, variables, memory.expectedSteps(number));
  if (!repository?.issue) {
    memory.forget(number);
    return undefined;
  }
  const newest = repository.defaultBranchRef?.target?.oid;
  if (repository.handbook !== undefined && newest !== undefined)
    handbooks.remember(newest, repository.handbook);
  const run = repository.issue;
  const observation = await observationOf(graphql, repository, run, viewerOf(viewer, trust), seal);
  memory.remember([run]);
  return observation;
}

/** An observation from GitHub's answer; comments that the answer leaves out are fetched. */
export async function observationOf(
  graphql: GraphqlClient,
  repository: RepositoryData,
  run: RunData,
  viewer: Viewer,
  seal: Seal | undefined,
): Promise<GitHubObservation> {
  const isHere = (other: InRepository) => other.repository.databaseId === repository.databaseId;
  // Numbers count only within a repository: what belongs to another one is never read as ours, shown or written to.
  const subIssues = run.subIssues.nodes.filter(isHere);
  const waitsFor = run.waitsFor.nodes.filter(isHere);
  const issues: readonly IssueData[] = [run, ...subIssues];
  for (const data of issues) await completeComments(graphql, data.id, data.comments);
  const parent = run.parent && isHere(run.parent) ? run.parent.number : null;
  const place = { viewer, seal, repository: repository.databaseId, run: run.number, parent };
  const issuesOfRun = await readIssues(graphql, run, subIssues, place);
  const isInQuestion = parent !== null && isPlaceInQuestion(issuesOfRun.run);
  const places = await readPlaces(graphql, isInQuestion ? [run.id] : [], place);
  return {
    viewer,
    parent,
    askedFor: new Set(),
    reactions: new Map(),
    knowsEveryone: !repository.assignableUsers.pageInfo.hasNextPage,
    newestRevision: repository.defaultBranchRef?.target?.oid,
    observed: {
      repository: {
        id: repository.databaseId,
        name: repository.nameWithOwner,
        url: repository.url,
        defaultBranch: repository.defaultBranchRef?.name ?? "main",
        labels: repository.labels.nodes.map((label) => label.name),
      },
      ...issuesOfRun,
      run: { ...issuesOfRun.run, belowRunSince: places.get(run.id) },
      foreignSteps: run.subIssues.nodes.length - subIssues.length,
      joined: joinedIn(run, isHere),
      waitsFor: waitsFor.map((blocker) => blockerOf(blocker, viewer)),
      isBelow: parent !== null,
    },
    ids: {
      repository: repository.id,
      labels: new Map(repository.labels.nodes.map((label) => [label.name, label.id])),
      users: new Map(repository.assignableUsers.nodes.map((user) => [user.login.toLowerCase(), user])),
      issues: new Map([...issues, ...waitsFor].map((data) => [data.number, data.id])),
      stepType: repository.issueTypes?.nodes.find((type) => type.name === stepTypeName)?.id,
      dueField: repository.owner.issueFields?.nodes.find((field) => field.name === dueFieldName)?.id,
    },
  };
}

/**
 * A run and its steps as the core speaks of them, with what the bot wrote last where people changed it, who put a step there
 * that does not hold as the bot's own, and when titles were changed that are to be judged; each is asked for only where there is such a thing.
 */
async function readIssues(
  graphql: GraphqlClient,
  run: IssueData,
  subIssues: readonly IssueData[],
  place: Omit<TextReader, "lastWritten">,
) {
  const { viewer } = place;
  const changed = [run, ...subIssues]
    .flatMap((data) => data.comments.nodes)
    .filter((comment) => viewer.owns(comment.author) && isEditedByPeople(comment, viewer));
  let lastWritten = await textsBeforeEdits(
    graphql,
    changed.map(({ id }) => id),
    viewer,
  );
  const read = () => {
    const toIssue = (data: IssueData) => issueOf(data, { ...place, lastWritten });
    const steps = subIssues.map(toIssue);
    const above = toIssue(run);
    const insideDigest = isChildRun(above) ? hash("sha256", workInside(steps), "base64url") : undefined;
    return { run: above, steps, insideDigest };
  };
  let seen = read();
  const asked = await textsBeforeEdits(graphql, textsInQuestion(seen), viewer);
  if (asked.size > 0) {
    lastWritten = new Map([...lastWritten, ...asked]);
    seen = read();
  }
  const strange = new Set(seen.steps.flatMap(({ id, isOurs }) => (isOurs ? [] : [id])));
  const unclear = subIssues.filter(({ id, adder }) => strange.has(id) && adder === undefined);
  await readAdders(graphql, unclear);
  const titles = new Set(titlesInQuestion(seen));
  const called = subIssues.filter(({ id }) => titles.has(id));
  await readRenames(graphql, called);
  return unclear.length + called.length === 0 ? seen : read();
}

/** What was put below a run last, as its events tell; what was taken off again since is left out. */
function joinedIn(
  { joinings }: RunData,
  isHere: (other: InRepository) => boolean,
): { readonly number: number; readonly at: string }[] {
  const last = new Map<number, { readonly isThere: boolean; readonly at: string }>();
  for (const event of joinings?.nodes ?? []) {
    if (!event?.subIssue || !isHere(event.subIssue)) continue;
    const isThere = event.__typename === "SubIssueAddedEvent";
    last.set(event.subIssue.number, { isThere, at: event.createdAt });
  }
  return [...last].flatMap(([number, { isThere, at }]) => (isThere ? [{ number, at }] : []));
}

function blockerOf(
  { number, title, state, closedAt, parent, closings }: BlockerData,
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
    isSubIssue: parent !== null,
  };
}

async function completeComments(
  graphql: GraphqlClient,
  issue: string,
  comments: CommentsPage,
): Promise<void> {
  while (comments.pageInfo.hasNextPage) {
    const after = comments.pageInfo.endCursor;
    const { node } = await graphql<MoreCommentsData>(moreCommentsDocument, { issue, after });
    if (!node) return;
    comments.nodes.push(...node.comments.nodes);
    comments.pageInfo = node.comments.pageInfo;
  }
}
