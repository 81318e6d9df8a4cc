import type { Commit, GitHubState } from "../types.ts";

/** The commit a revision names: `HEAD`, the default branch (also as a ref), or a SHA of at least seven digits. */
export function findCommit(state: GitHubState, revision: string): Commit | undefined {
  const branch = state.repository.defaultBranch;
  if (["", "HEAD", branch, `refs/heads/${branch}`, `heads/${branch}`].includes(revision))
    return state.commits.at(-1);
  if (!/^[0-9a-f]{7,40}$/.test(revision)) return undefined;
  return state.commits.find((commit) => commit.sha.startsWith(revision));
}
