import type { ObservedPeople } from "../observed/observed-run.ts";

/** Somebody as they did something: the login they had, and the database id of the account, which never passes to another. */
export interface Account {
  readonly login: string;
  /** Null where GitHub did not say, and in facts that were noted before ids were. */
  readonly id: number | null;
}

/**
 * Whether two are one account, where that gives a right: the ids decide, since a login may pass to somebody else. Only where one is
 * not known do the logins.
 */
export function isSameAccount(a: Account, b: Account): boolean {
  return a.id !== null && b.id !== null ? a.id === b.id : hasSameLogin(a, b);
}

/** Whether two may be one account, where that takes a right away: the same id after a change of name, or the same login. */
export function mayBeSameAccount(a: Account, b: Account): boolean {
  return (a.id !== null && a.id === b.id) || hasSameLogin(a, b);
}

/** How many people some accounts are at least: one that may be another is not counted twice. */
export function countPeople(accounts: readonly Account[]): number {
  return accounts.filter(
    (account, index) => !accounts.slice(0, index).some((earlier) => mayBeSameAccount(earlier, account)),
  ).length;
}

function hasSameLogin(a: Account, b: Account): boolean {
  return a.login.toLowerCase() === b.login.toLowerCase();
}

/** The account that has a login now, as far as GitHub was asked. */
export function accountNow(login: string, { accounts }: Pick<ObservedPeople, "accounts">): Account {
  return { login, id: accounts.get(login.toLowerCase()) ?? null };
}
