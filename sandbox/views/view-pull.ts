import { authorAssociation } from "../state/author-association.ts";
import { commitsOf, conflictsOf, endsOf, pullRequestFiles } from "../state/pull-requests.ts";
import type { Issue, PullRequest } from "../state/types.ts";
import { viewAccount } from "./view-account.ts";
import { repositoryApi, type View, type ViewContext } from "./view-context.ts";
import { countLines } from "./view-diff.ts";
import { viewLabel } from "./view-label.ts";
import { viewRepository } from "./view-repository.ts";

/** A pull request in a list. */
export function viewPull(issue: Issue, pull: PullRequest, context: ViewContext): View {
  const { state, urls } = context;
  const url = `${repositoryApi(context)}/pulls/${issue.number}`;
  const issueUrl = `${repositoryApi(context)}/issues/${issue.number}`;
  const html = urls.pull(state.repository, issue.number);
  const assignees = issue.assignees.map((account) => viewAccount(account, context));
  const { head, base } = endsOf(state, pull);
  const links = {
    self: url,
    html,
    issue: issueUrl,
    comments: `${issueUrl}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${repositoryApi(context)}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${repositoryApi(context)}/statuses/${head.sha}`,
  };
  return {
    id: pull.id,
    node_id: issue.nodeId,
    number: issue.number,
    url,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: links.issue,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    state: issue.state,
    locked: issue.locked,
    active_lock_reason: issue.lockReason,
    title: issue.title,
    body: issue.body === "" ? null : issue.body,
    user: viewAccount(issue.author, context),
    author_association: authorAssociation(state, issue.author),
    labels: issue.labels.map((label) => viewLabel(label, context)),
    milestone: null,
    assignee: assignees[0] ?? null,
    assignees,
    requested_reviewers: pull.requestedReviewers.map((account) => viewAccount(account, context)),
    requested_teams: [],
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: pull.merged?.at ?? null,
    merge_commit_sha: pull.merged?.sha ?? null,
    draft: pull.draft,
    auto_merge: null,
    head: viewEnd(pull.headBranch, head.sha, context),
    base: viewEnd(pull.baseBranch, base.sha, context),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
  };
}

/** The long form of `GET /repos/{owner}/{repo}/pulls/{number}` and of webhooks. */
export function viewFullPull(issue: Issue, pull: PullRequest, context: ViewContext): View {
  const { state } = context;
  const { head, base } = endsOf(state, pull);
  const files = pullRequestFiles(state, pull);
  const counts = files.map(countLines);
  const mergeable = conflictsOf(state, pull).length === 0;
  return {
    ...viewPull(issue, pull, context),
    merged: pull.merged !== null,
    merged_by: pull.merged === null ? null : viewAccount(pull.merged.by, context),
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeable ? "clean" : "dirty",
    comments: issue.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: commitsOf(state, head, base).length,
    additions: counts.reduce((sum, { additions }) => sum + additions, 0),
    deletions: counts.reduce((sum, { deletions }) => sum + deletions, 0),
    changed_files: files.length,
  };
}

function viewEnd(branch: string, sha: string, context: ViewContext): View {
  const { owner } = context.state.repository;
  return {
    label: `${owner.login}:${branch}`,
    ref: branch,
    sha,
    user: viewAccount(owner, context),
    repo: viewRepository(context),
  };
}
