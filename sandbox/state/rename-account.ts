import { findAccount } from "./find-account.ts";
import { isLogin } from "./is-login.ts";
import { Refusal } from "./refusal.ts";
import type { Account, GitHubState } from "./types.ts";

/**
 * Gives a person another login. All they ever wrote shows it, their access and what they follow go with them, and the
 * old login is free for anybody.
 * https://docs.github.com/en/account-and-profile/concepts/username-changes
 */
export function renameAccount(state: GitHubState, login: string, to: string): Account {
  const account = findAccount(state, login);
  if (account.type !== "User") throw new Refusal("unprocessable", `${login} is no person.`);
  if (!isLogin(to)) throw new Refusal("unprocessable", `"${to}" cannot be a login.`);
  const [before, after] = [account.login.toLowerCase(), to.toLowerCase()];
  if (after !== before && state.accounts.has(after)) throw new Refusal("unprocessable", `"${to}" is taken.`);
  account.login = to;
  moveKey(state.accounts, before, after);
  moveKey(state.permissions, before, after);
  for (const { subscribers } of state.issues.values()) moveKey(subscribers, before, after);
  return account;
}

function moveKey<Value>(map: Map<string, Value>, before: string, after: string): void {
  const value = map.get(before);
  if (value === undefined) return;
  map.delete(before);
  map.set(after, value);
}
