import type { Ledger } from "../ledger/ledger.ts";
import type { Account } from "./account.ts";

/**
 * Whether an account is the one that the run knows by a login: the one that had it when the run began, or when a step was handed to
 * it, whatever it is called since. Where no id was noted the login decides.
 */
export function isKnownAs(
  login: string,
  account: Account,
  ledger: Pick<Ledger, "accounts" | "entries">,
): boolean {
  const known = accountOf(login, ledger);
  return known !== undefined && account.id !== null
    ? known === account.id
    : login.toLowerCase() === account.login.toLowerCase();
}

/** The database id of the account that a login meant in this run last; nothing where none was noted. */
function accountOf(
  login: string,
  { accounts, entries }: Pick<Ledger, "accounts" | "entries">,
): number | undefined {
  const key = login.toLowerCase();
  const handed = entries.findLast((entry) => entry.kind === "handed" && entry.toIds?.has(key));
  return (handed?.kind === "handed" ? handed.toIds?.get(key) : undefined) ?? accounts?.get(key);
}
