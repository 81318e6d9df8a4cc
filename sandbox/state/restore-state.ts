import { copyIssue } from "./copy-state.ts";
import type { GitHubState } from "./types.ts";

/** Puts a state back to what it was when `copyState` made `earlier`; that copy can be used again. Commits stay. */
export function restoreState(state: GitHubState, earlier: GitHubState): void {
  state.issues.clear();
  for (const [number, issue] of earlier.issues) state.issues.set(number, copyIssue(issue));
  state.labels.splice(0, state.labels.length, ...earlier.labels);
  state.deletedNumbers.clear();
  for (const number of earlier.deletedNumbers) state.deletedNumbers.add(number);
  state.lastAdditions.clear();
  state.notifications.length = 0;
}
