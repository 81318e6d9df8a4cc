import type { StepId } from "../../definition/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Account } from "./account.ts";

/**
 * Whether an account is the one that the run knows by a login: the one that had it when the run began, whatever it is called since.
 * Where a step is meant that was handed to that login, it is the account that got it then; for all else of the run it is not. Where no
 * id was noted the login decides.
 */
export function isKnownAs(
  login: string,
  account: Account,
  { accounts, entries }: Pick<Ledger, "accounts" | "entries">,
  step?: StepId,
): boolean {
  const key = login.toLowerCase();
  const handed = entries.findLast(
    (entry) => entry.kind === "handed" && entry.step === step && entry.toIds?.has(key),
  );
  const known = (handed?.kind === "handed" ? handed.toIds?.get(key) : undefined) ?? accounts?.get(key);
  return known !== undefined && account.id !== null
    ? known === account.id
    : key === account.login.toLowerCase();
}
