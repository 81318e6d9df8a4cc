import type { Commit, GitHubState } from "../types.ts";

/** The commit a revision names: `HEAD`, a branch (also as a ref), or a SHA of at least seven digits. */
export function findCommit(state: GitHubState, revision: string): Commit | undefined {
  const branch = ["", "HEAD"].includes(revision)
    ? state.repository.defaultBranch
    : revision.replace(/^(refs\/)?heads\//, "");
  const sha = state.branches.get(branch);
  if (sha !== undefined) return state.commits.find((commit) => commit.sha === sha);
  if (!/^[0-9a-f]{7,40}$/.test(revision)) return undefined;
  return state.commits.find((commit) => commit.sha.startsWith(revision));
}
