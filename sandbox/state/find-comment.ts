import type { Comment, GitHubState, Issue } from "./types.ts";

/** The first comment that `matches`, with its issue; undefined when there is none. */
export function findComment(
  state: GitHubState,
  matches: (comment: Comment) => boolean,
): { issue: Issue; comment: Comment } | undefined {
  for (const issue of state.issues.values()) {
    const comment = issue.comments.find(matches);
    if (comment !== undefined) return { issue, comment };
  }
  return undefined;
}
