import type { Account, Act, GitHubState, Permission } from "./types.ts";

const ranks: Record<Permission, number> = { none: 0, read: 1, triage: 2, write: 3, maintain: 4, admin: 5 };

/** Whether `permission` includes everything `needed` allows. */
export function allows(permission: Permission, needed: Permission): boolean {
  return ranks[permission] >= ranks[needed];
}

/** What an account may do in the repository; an outsider may still read a public one. */
export function permissionOf(state: GitHubState, account: Account): Permission {
  const given = state.permissions.get(account.login.toLowerCase()) ?? "none";
  return given === "none" && state.repository.visibility === "public" ? "read" : given;
}

/** Whether the account is a collaborator or member here, not merely a visitor of a public repository. */
export function isInside(state: GitHubState, account: Account): boolean {
  return (state.permissions.get(account.login.toLowerCase()) ?? "none") !== "none";
}

export const mayWrite = (act: Act): boolean => allows(act.actor.permission, "write");
export const mayTriage = (act: Act): boolean => allows(act.actor.permission, "triage");
