import type { Instant } from "../../metrics/index.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import { latestInstant } from "./latest-instant.ts";

/** How a run was cancelled; nothing when it was not, or was taken up again since. */
export function cancellationOf({ entries }: Ledger): Extract<LedgerEntry, { kind: "cancelled" }> | undefined {
  const last = entries.findLast(({ kind }) => kind === "cancelled" || kind === "resumed");
  return last?.kind === "cancelled" ? last : undefined;
}

/**
 * When a run that was cancelled was taken up again last, by opening its issue or by taking the command back; empty where it never
 * was. What was closed with it until then says nothing more.
 */
export function takenUpAgainAt({ entries }: Ledger): Instant {
  const all = entries.flatMap((entry) =>
    entry.kind === "resumed" || (entry.kind === "undone" && entry.of === "cancelled") ? [entry.at] : [],
  );
  return latestInstant(all);
}
