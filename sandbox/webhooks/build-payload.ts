import type { GitHubEvent } from "../state/events.ts";
import { findCommit } from "../state/git/find-commit.ts";
import { viewAccount } from "../views/view-account.ts";
import { viewComment } from "../views/view-comment.ts";
import type { View, ViewContext } from "../views/view-context.ts";
import { viewIssue } from "../views/view-issue.ts";
import { viewIssueType } from "../views/view-issue-type.ts";
import { viewLabel } from "../views/view-label.ts";
import { viewOrganization } from "../views/view-organization.ts";
import { viewFullPull, viewPull } from "../views/view-pull.ts";
import { viewRepository } from "../views/view-repository.ts";
import { viewReview } from "../views/view-review.ts";
import { viewPush } from "./view-push.ts";

/** The webhook's body for an event, as things stand at this very moment. */
export function buildPayload(event: GitHubEvent, context: ViewContext): View {
  const { app, repository } = context.state;
  return {
    ...(event.action !== null && { action: event.action }),
    ...detailOf(event, context),
    repository: event.name === "push" ? pushedRepository(context) : viewRepository(context),
    ...(repository.owner.type === "Organization" && {
      organization: viewOrganization(repository.owner, context),
    }),
    sender: viewAccount(event.actor.account, context),
    installation: { id: app.installationId, node_id: app.nodeId },
  };
}

function detailOf(event: GitHubEvent, context: ViewContext): View {
  switch (event.name) {
    case "issues":
      return {
        issue: viewIssue(event.issue, context),
        ...("changes" in event && { changes: event.changes }),
        ...("assignee" in event && { assignee: viewAccount(event.assignee, context) }),
        ...("label" in event && { label: viewLabel(event.label, context) }),
        ...("type" in event && { type: viewIssueType(event.type) }),
      };
    case "issue_comment":
      return {
        issue: viewIssue(event.issue, context),
        comment: viewComment(event.comment, context),
        ...("changes" in event && { changes: event.changes }),
      };
    case "sub_issues":
      return {
        sub_issue_id: event.subIssue.id,
        sub_issue: viewIssue(event.subIssue, context),
        sub_issue_repo: viewRepository(context),
        parent_issue_id: event.parent.id,
        parent_issue: viewIssue(event.parent, context),
        parent_issue_repo: viewRepository(context),
      };
    case "issue_dependencies":
      return {
        blocked_issue_id: event.blocked.id,
        blocked_issue: viewIssue(event.blocked, context),
        blocked_issue_repo: viewRepository(context),
        blocking_issue_id: event.blocking.id,
        blocking_issue: viewIssue(event.blocking, context),
        blocking_issue_repo: viewRepository(context),
      };
    case "label":
      return {
        label: viewLabel(event.label, context),
        ...("changes" in event && { changes: event.changes }),
      };
    case "push":
      return viewPush(event, context);
    case "pull_request_review": {
      const review = viewReview(event.review, event.issue, context);
      return {
        review: { ...review, state: event.review.state.toLowerCase() },
        ...(event.issue.pull !== null && { pull_request: viewPull(event.issue, event.issue.pull, context) }),
      };
    }
    case "pull_request":
      return {
        number: event.issue.number,
        ...(event.issue.pull !== null && {
          pull_request: viewFullPull(event.issue, event.issue.pull, context),
        }),
        ...("changes" in event && { changes: event.changes }),
        ...("before" in event && { before: event.before, after: event.after }),
      };
  }
}

/** In a push, times are seconds and the owner has a name: https://docs.github.com/en/webhooks/webhook-events-and-payloads#push */
function pushedRepository(context: ViewContext): View {
  const { repository } = context.state;
  const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);
  return {
    ...viewRepository(context),
    owner: { ...viewAccount(repository.owner, context), name: repository.owner.login, email: null },
    created_at: seconds(repository.createdAt),
    pushed_at: seconds(findCommit(context.state, "HEAD")?.committedAt ?? repository.createdAt),
    stargazers: 0,
    master_branch: repository.defaultBranch,
  };
}
