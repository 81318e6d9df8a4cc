import { commitFiles } from "./state/git/commit-files.ts";
import { findCommit } from "./state/git/find-commit.ts";
import { Refusal } from "./state/refusal.ts";
import type { Act, Commit } from "./state/types.ts";
import type { World } from "./world.ts";

/** New texts by path; null removes the file. */
export type FileChanges = ReadonlyMap<string, string | null>;

/**
 * Commits changes to a branch. The default branch is the folder the sandbox reads: changes to it are written there
 * first, if it may be written at all.
 */
export async function changeFiles(
  world: World,
  act: Act,
  branch: string,
  changes: FileChanges,
  message: string,
): Promise<Commit> {
  const { defaultBranch } = act.state.repository;
  if (branch === defaultBranch) {
    if (world.writeFiles === null)
      throw new Refusal(
        "unprocessable",
        `${defaultBranch} is a folder on this machine; change its files there.`,
      );
    await world.writeFiles(changes);
    return await world.head();
  }
  const before = findCommit(act.state, branch);
  if (before === undefined) throw new Refusal("not-found", `Branch ${branch} not found`);
  const files = new Map(before.files);
  for (const [path, text] of changes) {
    if (text === null) files.delete(path);
    else files.set(path, text);
  }
  return commitFiles(act, branch, files, message);
}
