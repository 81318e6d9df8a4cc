import { commitFiles } from "./state/git/commit-files.ts";
import type { Account, Act, Commit, GitHubState } from "./state/types.ts";

/**
 * Reads HEAD: asks for the files and commits them when they changed, in the name of the first administrator.
 * Readings wait for each other, so that an older one can never overtake a newer.
 */
export function createHead(
  state: GitHubState,
  readFiles: () => Promise<ReadonlyMap<string, string>>,
  actAs: (account: Account) => Act,
): () => Promise<Commit> {
  const pusher =
    [...state.accounts.values()].find(
      ({ login }) => state.permissions.get(login.toLowerCase()) === "admin",
    ) ?? state.app.bot;
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const reading = last
      .catch(() => undefined)
      .then(async () => {
        const files = await readFiles();
        const { defaultBranch } = state.repository;
        const message = state.branches.has(defaultBranch) ? "Update the handbook" : "Add the handbook";
        return commitFiles(actAs(pusher), defaultBranch, files, message);
      });
    last = reading;
    return reading;
  };
}
