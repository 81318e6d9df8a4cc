import type { Ledger } from "../ledger/ledger.ts";
import type { Account } from "./account.ts";

/**
 * All that a login may have meant in a run, where that takes a right away: whoever has it, and each account that the run has noted for it, by
 * whatever name that goes now.
 */
export function accountsKnownAs(
  login: string,
  { accounts, entries }: Pick<Ledger, "accounts" | "entries">,
): readonly Account[] {
  const key = login.toLowerCase();
  const handed = entries.flatMap((entry) => (entry.kind === "handed" ? (entry.toIds?.get(key) ?? []) : []));
  const ids = new Set([...(accounts?.has(key) ? [accounts.get(key) ?? null] : []), ...handed]);
  return [{ login, id: null }, ...[...ids].map((id) => ({ login, id }))];
}
