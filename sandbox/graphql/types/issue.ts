import { issuesBlockedBy } from "../../state/dependencies.ts";
import { findIssue } from "../../state/find-issue.ts";
import { mayTriage, mayWrite } from "../../state/permissions.ts";
import { issueSummary } from "../../state/summaries.ts";
import type { Issue } from "../../state/types.ts";
import { pathOf } from "../../urls.ts";
import { connection, nodeConnection } from "../connection.ts";
import { type Arguments, defineType, type GraphqlContext } from "../define-type.ts";
import { timelineItems } from "../timeline-items.ts";
import { textFields } from "./text-fields.ts";

const url = (issue: Issue, { urls, act }: GraphqlContext) =>
  urls.issue(issue.home ?? act.state.repository, issue.number);

export const issueType = defineType<Issue>({
  ...textFields,
  number: (issue) => issue.number,
  title: (issue) => issue.title,
  url: (issue, _args, context) => url(issue, context),
  bodyUrl: (issue, _args, context) => `${url(issue, context)}#issue-${issue.id}`,
  resourcePath: (issue, _args, context) => pathOf(url(issue, context)),
  repository: (issue, _args, { act }) => issue.home ?? act.state.repository,

  state: (issue) => issue.state.toUpperCase(),
  closed: (issue) => issue.state === "closed",
  closedAt: (issue) => issue.closedAt,
  stateReason: (issue) => issue.stateReason?.toUpperCase() ?? null,
  locked: (issue) => issue.locked,
  activeLockReason: (issue) => issue.lockReason?.toUpperCase().replace(/[ -]/g, "_") ?? null,
  milestone: () => null,

  labels: (issue, args) => nodeConnection("labels", issue.labels, args),
  assignees: (issue, args) => nodeConnection("assignees", issue.assignees, args),
  participants: (issue, args) => {
    const everyone = [issue.author, ...issue.assignees, ...issue.comments.map(({ author }) => author)];
    const people = everyone.filter(
      (account, at) => account.type === "User" && everyone.indexOf(account) === at,
    );
    return nodeConnection("participants", people, args);
  },
  comments: (issue, args) => {
    const newestFirst = args.orderBy?.direction === "DESC";
    return nodeConnection("comments", newestFirst ? issue.comments.toReversed() : issue.comments, args);
  },

  parent: (issue, _args, { act }) =>
    issue.parentNumber === null ? null : findIssue(act.state, issue.parentNumber),
  subIssues: (issue, args, { act }) =>
    nodeConnection(
      "subIssues",
      [...issue.subIssueNumbers.map((number) => findIssue(act.state, number)), ...issue.foreignSubIssues],
      args,
    ),
  subIssuesSummary: (issue, _args, { act }) => {
    const { total, completed, percent_completed } = issueSummary(act.state, issue).subIssues;
    return { total, completed, percentCompleted: percent_completed };
  },
  blockedBy: (issue, args, { act }) => {
    const added = issue.blockedBy.map(({ blockingNumber }) => findIssue(act.state, blockingNumber));
    return nodeConnection("blockedBy", inOrder(added, args), args);
  },
  blocking: (issue, args, { act }) =>
    nodeConnection("blocking", inOrder(issuesBlockedBy(act.state, issue), args), args),
  issueDependenciesSummary: (issue, _args, { act }) => {
    const summary = issueSummary(act.state, issue).dependencies;
    return {
      blockedBy: summary.blocked_by,
      totalBlockedBy: summary.total_blocked_by,
      blocking: summary.blocking,
      totalBlocking: summary.total_blocking,
    };
  },

  issueType: (issue) => issue.type,
  issueFieldValues: (issue, args, { act }) => {
    const values = act.state.issueFields.flatMap((field) => {
      const value = issue.fieldValues.get(field.id);
      return value === undefined ? [] : [{ field, value, issueId: issue.id }];
    });
    return connection("issueFieldValues", values, args, ({ field }) => field.nodeId);
  },
  timelineItems: (issue, args) => timelineItems(issue, args),

  isReadByViewer: () => true,
  viewerCanClose: (issue, _args, { act }) => mayTriage(act) || issue.author.id === act.actor.account.id,
  viewerCanReopen: (issue, _args, { act }) => mayTriage(act) || issue.closedBy?.id === act.actor.account.id,
  viewerCanLabel: (_issue, _args, { act }) => mayTriage(act),
  viewerCanDelete: (_issue, _args, { act }) => act.actor.kind === "user" && act.actor.permission === "admin",
  viewerCanUpdate: (issue, _args, { act }) => mayWrite(act) || issue.author.id === act.actor.account.id,
  viewerSubscription: (issue, _args, { act }) =>
    issue.subscribers.has(act.actor.account.login.toLowerCase()) ? "SUBSCRIBED" : "UNSUBSCRIBED",
});

// Newest first unless asked otherwise: the schema's default order of both dependency lists.
const inOrder = (issues: readonly Issue[], args: Arguments): readonly Issue[] =>
  args.orderBy?.direction === "ASC" ? issues : issues.toReversed();
