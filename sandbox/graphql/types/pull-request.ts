import { conflictsOf, endsOf, pullRequestFiles } from "../../state/pull-requests.ts";
import type { Issue, PullRequest, Review } from "../../state/types.ts";
import { pathOf } from "../../urls.ts";
import { countLines } from "../../views/view-diff.ts";
import { connection, nodeConnection } from "../connection.ts";
import { defineType, type GraphqlContext } from "../define-type.ts";
import { GraphqlRefusal } from "../graphql-refusal.ts";
import { timelineItems } from "../timeline-items.ts";
import { textFields } from "./text-fields.ts";

const url = (issue: Issue, { urls, act }: GraphqlContext) => urls.pull(act.state.repository, issue.number);

function pullOf({ number, pull }: Issue): PullRequest {
  if (pull === null) throw new Error(`Unexpected issue #${number}, expected a pull request.`);
  return pull;
}

export const pullRequestType = defineType<Issue>({
  ...textFields,
  databaseId: (issue) => pullOf(issue).id,
  fullDatabaseId: (issue) => String(pullOf(issue).id),
  number: (issue) => issue.number,
  title: (issue) => issue.title,
  url: (issue, _args, context) => url(issue, context),
  permalink: (issue, _args, context) => url(issue, context),
  resourcePath: (issue, _args, context) => pathOf(url(issue, context)),
  repository: (_issue, _args, { act }) => act.state.repository,
  state: (issue) => (pullOf(issue).merged === null ? issue.state.toUpperCase() : "MERGED"),
  closed: (issue) => issue.state === "closed",
  closedAt: (issue) => issue.closedAt,
  locked: (issue) => issue.locked,
  isDraft: (issue) => pullOf(issue).draft,
  merged: (issue) => pullOf(issue).merged !== null,
  mergedAt: (issue) => pullOf(issue).merged?.at ?? null,
  mergeCommit: (issue, _args, { act }) => {
    const { merged } = pullOf(issue);
    return merged === null ? null : (act.state.commits.find(({ sha }) => sha === merged.sha) ?? null);
  },
  mergedBy: (issue) => pullOf(issue).merged?.by ?? null,
  mergeable: (issue, _args, { act }) =>
    conflictsOf(act.state, pullOf(issue)).length === 0 ? "MERGEABLE" : "CONFLICTING",
  isCrossRepository: () => false,
  headRefName: (issue) => pullOf(issue).headBranch,
  headRefOid: (issue) => pullOf(issue).headSha,
  baseRefName: (issue) => pullOf(issue).baseBranch,
  baseRefOid: (issue, _args, { act }) => endsOf(act.state, pullOf(issue)).base.sha,
  changedFiles: (issue, _args, { act }) => pullRequestFiles(act.state, pullOf(issue)).length,
  files: (issue, args, { act }) =>
    connection("files", pullRequestFiles(act.state, pullOf(issue)).map(toFile), args, ({ path }) => path),
  reviews: (issue, args) => {
    const states = args.states;
    const found = pullOf(issue).reviews.filter(({ state }) => states == null || states.includes(state));
    return nodeConnection("reviews", found, args);
  },
  timelineItems: (issue, args) => {
    const isKnown = args.itemTypes?.every((type: string) => type.endsWith("_EVENT")) ?? false;
    if (!isKnown)
      throw new GraphqlRefusal(
        "NOT_MODELLED",
        "The sandbox models only events among the timelineItems of pull requests: name them in `itemTypes`.",
      );
    return timelineItems(issue, args);
  },
  labels: (issue, args) => nodeConnection("labels", issue.labels, args),
  assignees: (issue, args) => nodeConnection("assignees", issue.assignees, args),
  comments: (issue, args) =>
    nodeConnection(
      "comments",
      args.orderBy?.direction === "DESC" ? issue.comments.toReversed() : issue.comments,
      args,
    ),
});

export const reviewType = defineType<Review>({
  id: (review) => review.nodeId,
  databaseId: (review) => review.id,
  author: (review) => review.author,
  body: (review) => review.body,
  state: (review) => review.state,
  submittedAt: (review) => review.submittedAt,
  commit: (review, _args, { act }) => act.state.commits.find(({ sha }) => sha === review.commitSha) ?? null,
});

const changeTypes = { added: "ADDED", removed: "DELETED", modified: "MODIFIED", renamed: "RENAMED" } as const;

const toFile = (file: Parameters<typeof countLines>[0]) => ({
  path: file.path,
  changeType: changeTypes[file.status],
  ...countLines(file),
});
