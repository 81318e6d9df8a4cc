import { issuesBlockedBy } from "./dependencies.ts";
import { findIssue } from "./find-issue.ts";
import type { GitHubState, Issue } from "./types.ts";

/**
 * The counts GitHub shows beside an issue. Of dependencies, `blocked_by` and `blocking` count the open ones and the
 * totals count all: "unblocked" is `blocked_by == 0` (the schema's own text).
 */
export function issueSummary(state: GitHubState, issue: Issue) {
  const children = issue.subIssueNumbers.map((number) => findIssue(state, number));
  const blockers = issue.blockedBy.map(({ blockingNumber }) => findIssue(state, blockingNumber));
  const waiting = issuesBlockedBy(state, issue);
  const completed = children.filter((child) => child.state === "closed").length;
  return {
    subIssues: {
      total: children.length,
      completed,
      percent_completed: children.length === 0 ? 0 : Math.floor((completed / children.length) * 100),
    },
    dependencies: {
      blocked_by: blockers.filter(({ state }) => state === "open").length,
      total_blocked_by: blockers.length,
      blocking: waiting.filter(({ state }) => state === "open").length,
      total_blocking: waiting.length,
    },
  };
}
