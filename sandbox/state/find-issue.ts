import { Refusal } from "./refusal.ts";
import type { GitHubState, Issue } from "./types.ts";

/** The issue with this number; a deleted one answers "gone", as https://docs.github.com/en/rest/issues/issues says. */
export function findIssue(state: GitHubState, number: number): Issue {
  const issue = state.issues.get(number);
  if (issue !== undefined) return issue;
  if (state.deletedNumbers.has(number)) throw new Refusal("gone", "This issue was deleted");
  throw new Refusal("not-found", "Not Found");
}
