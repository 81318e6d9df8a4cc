import { Refusal } from "./refusal.ts";
import type { Account, GitHubState } from "./types.ts";

/** The account with this login, in whatever case; refuses when there is none. */
export function findAccount(state: GitHubState, login: string): Account {
  const account = state.accounts.get(login.toLowerCase());
  if (account !== undefined) return account;
  const known = [...state.accounts.values()].map((candidate) => candidate.login).join(", ");
  throw new Refusal("not-found", `Nobody is called "${login}" here, expected one of ${known}.`);
}
