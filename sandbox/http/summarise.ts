import type { Issue } from "../state/types.ts";
import type { World } from "../world.ts";

/** The state in short, for tests: what issues there are and how they hang together. */
export function summarise({ state, clock }: World): object {
  return {
    now: clock.now(),
    repository: state.repository.fullName,
    head: state.branches.get(state.repository.defaultBranch) ?? null,
    branches: Object.fromEntries(state.branches),
    labels: state.labels.map(({ name }) => name),
    issues: [...state.issues.values()].map(summariseIssue),
    notifications: state.notifications.map((notification) => ({
      recipient: notification.recipient.login,
      issue: notification.issueNumber,
      reason: notification.reason,
      kind: notification.kind,
      actor: notification.actor.login,
      at: notification.at,
    })),
  };
}

const summariseIssue = (issue: Issue): object => ({
  number: issue.number,
  id: issue.id,
  nodeId: issue.nodeId,
  title: issue.title,
  body: issue.body,
  author: issue.author.login,
  pull: issue.pull === null ? null : { head: issue.pull.headBranch, merged: issue.pull.merged !== null },
  state: issue.state,
  stateReason: issue.stateReason,
  createdAt: issue.createdAt,
  closedAt: issue.closedAt,
  assignees: issue.assignees.map(({ login }) => login),
  labels: issue.labels.map(({ name }) => name),
  type: issue.type?.name ?? null,
  parent: issue.parentNumber,
  subIssues: issue.subIssueNumbers,
  blockedBy: issue.blockedBy.map(({ blockingNumber }) => blockingNumber),
  locked: issue.locked,
  comments: issue.comments.map((comment) => ({
    id: comment.id,
    author: comment.author.login,
    body: comment.body,
    createdAt: comment.createdAt,
    edited: comment.edits.length > 0,
    minimized: comment.minimizedReason !== null,
  })),
});
