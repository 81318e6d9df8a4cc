import type { Commit, GitHubState } from "../types.ts";

/** The newest commit both histories share; undefined when there is none. */
export function mergeBase(state: GitHubState, a: Commit, b: Commit): Commit | undefined {
  const ofA = new Set(ancestry(state, a));
  return ancestry(state, b).find((commit) => ofA.has(commit));
}

/** The commit and everything before it, newest first. */
export function ancestry(state: GitHubState, commit: Commit): Commit[] {
  const bySha = new Map(state.commits.map((candidate) => [candidate.sha, candidate]));
  const found: Commit[] = [];
  for (let at: Commit | undefined = commit; at !== undefined; at = bySha.get(at.parentSha ?? ""))
    found.push(at);
  return found;
}
