import type { Ledger, LedgerEntry } from "./ledger.ts";

/** The last entry of a kind; nothing when there is none. */
export function lastEntry<K extends LedgerEntry["kind"]>(
  ledger: Ledger,
  kind: K,
): Extract<LedgerEntry, { kind: K }> | undefined {
  return ledger.entries.findLast((entry): entry is Extract<LedgerEntry, { kind: K }> => entry.kind === kind);
}
