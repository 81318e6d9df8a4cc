import type { ProposedMerge } from "./proposed-merge.ts";

/** Whether a pull request touches the handbook, or did once and the bot has spoken on it. */
export function concernsHandbook({ after, changedPaths, comment }: ProposedMerge): boolean {
  const root = after.root === "" ? "" : `${after.root}/`;
  return comment !== undefined || changedPaths.some((path) => path.startsWith(root));
}
