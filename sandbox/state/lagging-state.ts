import { copyState } from "./copy-state.ts";
import type { GitHubState, Issue } from "./types.ts";

/** The state now, but with the lists of sub-issues and comments that `earlier` had; what is gone meanwhile is not in them. */
export function withEarlierLists(state: GitHubState, earlier: GitHubState): GitHubState {
  const shown = copyState(state);
  for (const issue of shown.issues.values()) {
    const before = earlier.issues.get(issue.number);
    issue.subIssueNumbers = issue.subIssueNumbers.filter(
      (number) => before?.subIssueNumbers.includes(number) ?? false,
    );
    issue.comments = issue.comments.filter(({ id }) => hasComment(before, id));
  }
  return shown;
}

function hasComment(issue: Issue | undefined, id: number): boolean {
  return issue?.comments.some((comment) => comment.id === id) ?? false;
}
