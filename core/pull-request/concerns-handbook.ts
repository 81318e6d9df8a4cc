import type { ObservedPullRequest } from "./observed-pull-request.ts";

/** Whether a pull request touches the handbook, or did once and the bot has spoken on it. */
export function concernsHandbook({ after, changedPaths, comment }: ObservedPullRequest): boolean {
  const root = after.root === "" ? "" : `${after.root}/`;
  return comment !== undefined || changedPaths.some((path) => path.startsWith(root));
}
