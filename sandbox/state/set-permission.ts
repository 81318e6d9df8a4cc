import { findAccount } from "./find-account.ts";
import { Refusal } from "./refusal.ts";
import type { GitHubState, Permission } from "./types.ts";

/**
 * Gives somebody this access to the repository, or takes it with "none"; a public one can still be read then. What
 * they are assigned to stays theirs, as GitHub takes nobody off an issue of an organisation that they can still see.
 */
export function setPermission(state: GitHubState, login: string, permission: Permission): void {
  const account = findAccount(state, login);
  if (account.type !== "User")
    throw new Refusal("unprocessable", `${login} is no person; only people are given access here.`);
  state.permissions.set(account.login.toLowerCase(), permission);
}
