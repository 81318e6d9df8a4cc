import type { Commit, GitHubState } from "../types.ts";
import { findEntry } from "./read-tree.ts";

/** The commits that changed something at `path` ("" for everything), newest first, starting from `from`. */
export function history(state: GitHubState, from: Commit, path: string): Commit[] {
  const found: Commit[] = [];
  let at: Commit | undefined = from;
  while (at !== undefined) {
    const parentSha: string | null = at.parentSha;
    const parent: Commit | undefined = state.commits.find(({ sha }) => sha === parentSha);
    if (path === "" || findEntry(at.files, path)?.sha !== (parent && findEntry(parent.files, path)?.sha))
      found.push(at);
    at = parent;
  }
  return found;
}
