import { doerOf } from "../ledger/doer-of.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import { mayBeSameAccount } from "./account.ts";
import { accountsKnownAs } from "./accounts-known-as.ts";

/** Whether a login may be that of somebody who has agreed to a part of an approval, whatever they are called since. */
export function hasAgreed(
  login: string,
  approvedBy: readonly Pick<LedgerEntry, "by" | "byId">[],
  ledger: Pick<Ledger, "accounts" | "entries">,
): boolean {
  const accounts = accountsKnownAs(login, ledger);
  return approvedBy.some((given) => accounts.some((account) => mayBeSameAccount(account, doerOf(given))));
}
