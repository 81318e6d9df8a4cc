import { authorAssociation } from "../state/author-association.ts";
import { issueSummary } from "../state/summaries.ts";
import type { Issue, PullRequest } from "../state/types.ts";
import { viewAccount } from "./view-account.ts";
import { viewApp } from "./view-app.ts";
import { repositoryApi, type View, type ViewContext } from "./view-context.ts";
import { viewFieldValues } from "./view-field.ts";
import { viewIssueType } from "./view-issue-type.ts";
import { viewLabel } from "./view-label.ts";
import { viewReactions } from "./view-reactions.ts";

/** An issue as REST answers it and as webhooks carry it. */
export function viewIssue(issue: Issue, context: ViewContext): View {
  const { state, urls } = context;
  const repositoryUrl = repositoryApi(context);
  const url = `${repositoryUrl}/issues/${issue.number}`;
  const assignees = issue.assignees.map((account) => viewAccount(account, context));
  const summary = issueSummary(state, issue);
  return {
    id: issue.id,
    node_id: issue.nodeId,
    url,
    repository_url: repositoryUrl,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url: (issue.pull === null ? urls.issue : urls.pull)(state.repository, issue.number),
    number: issue.number,
    title: issue.title,
    body: issue.body === "" ? null : issue.body,
    user: viewAccount(issue.author, context),
    author_association: authorAssociation(state, issue.author),
    state: issue.state,
    state_reason: issue.stateReason,
    closed_at: issue.closedAt,
    closed_by: issue.closedBy === null ? null : viewAccount(issue.closedBy, context),
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    labels: issue.labels.map((label) => viewLabel(label, context)),
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    locked: issue.locked,
    active_lock_reason: issue.lockReason,
    comments: issue.comments.length,
    type: issue.type === null ? null : viewIssueType(issue.type),
    parent_issue_url: issue.parentNumber === null ? null : `${repositoryUrl}/issues/${issue.parentNumber}`,
    sub_issues_summary: summary.subIssues,
    issue_dependencies_summary: summary.dependencies,
    issue_field_values: viewFieldValues(issue, context),
    performed_via_github_app: issue.viaApp && issue.author.id === state.app.bot.id ? viewApp(context) : null,
    reactions: viewReactions(url),
    ...(issue.pull !== null && { pull_request: viewPullLinks(issue, issue.pull, context) }),
  };
}

/** What marks an issue of REST as a pull request. */
function viewPullLinks(issue: Issue, pull: PullRequest, context: ViewContext): View {
  const html = context.urls.pull(context.state.repository, issue.number);
  return {
    url: `${repositoryApi(context)}/pulls/${issue.number}`,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    merged_at: pull.merged?.at ?? null,
  };
}
