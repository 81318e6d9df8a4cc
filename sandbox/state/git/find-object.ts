import type { GitHubState } from "../types.ts";
import { type BlobEntry, type Entry, readTree, type TreeEntry } from "./read-tree.ts";

/** The blob or tree with this full SHA, in any commit. */
export function findObject(state: GitHubState, sha: string): BlobEntry | TreeEntry | undefined {
  for (const commit of [...state.commits].reverse()) {
    const found = search(readTree(commit.files), sha);
    if (found !== undefined) return found;
  }
  return undefined;
}

function search(entry: Entry, sha: string): Entry | undefined {
  if (entry.sha === sha) return entry;
  if (entry.type === "blob") return undefined;
  for (const child of entry.entries) {
    const found = search(child, sha);
    if (found !== undefined) return found;
  }
  return undefined;
}
