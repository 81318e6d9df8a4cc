import { isInside } from "./permissions.ts";
import type { Account, GitHubState } from "./types.ts";

/** What GitHub says of an author's tie to the repository; never a permission, see https://github.com/NVIDIA/cuda-python/issues/2104. */
export function authorAssociation(
  state: GitHubState,
  account: Account,
): "OWNER" | "MEMBER" | "COLLABORATOR" | "NONE" {
  const { owner } = state.repository;
  if (owner.id === account.id) return "OWNER";
  if (account.type !== "User" || !isInside(state, account)) return "NONE";
  return owner.type === "Organization" ? "MEMBER" : "COLLABORATOR";
}
