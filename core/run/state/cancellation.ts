import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";

/** How a run was cancelled; nothing when it was not, or was taken up again since. */
export function cancellationOf({ entries }: Ledger): Extract<LedgerEntry, { kind: "cancelled" }> | undefined {
  const last = entries.findLast(({ kind }) => kind === "cancelled" || kind === "resumed");
  return last?.kind === "cancelled" ? last : undefined;
}
