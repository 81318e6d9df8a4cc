import type { Comment, GitHubState, Issue } from "./types.ts";

/** The state as it is now, which later writes leave alone: what a read that lags is answered from. */
export function copyState(state: GitHubState): GitHubState {
  return {
    ...state,
    labels: [...state.labels],
    issues: new Map([...state.issues].map(([number, issue]) => [number, copyIssue(issue)])),
    deletedNumbers: new Set(state.deletedNumbers),
  };
}

/** A copy that later writes to the issue leave alone. */
export function copyIssue(issue: Issue): Issue {
  return {
    ...issue,
    edits: [...issue.edits],
    labels: [...issue.labels],
    assignees: [...issue.assignees],
    subIssueNumbers: [...issue.subIssueNumbers],
    foreignSubIssues: issue.foreignSubIssues.map(copyIssue),
    blockedBy: [...issue.blockedBy],
    fieldValues: new Map(issue.fieldValues),
    comments: issue.comments.map(copyComment),
    reactions: [...issue.reactions],
    timeline: [...issue.timeline],
    subscribers: new Map(issue.subscribers),
  };
}

function copyComment(comment: Comment): Comment {
  return { ...comment, edits: [...comment.edits], reactions: [...comment.reactions] };
}
