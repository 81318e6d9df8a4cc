import type { Instant } from "../../metrics/index.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";
import { latestInstant } from "./latest-instant.ts";

/** How a run was cancelled; nothing when it was not, or was taken up again since. */
export function cancellationOf({ entries }: Ledger): Extract<LedgerEntry, { kind: "cancelled" }> | undefined {
  const last = entries.findLast(({ kind }) => kind === "cancelled" || kind === "resumed");
  return last?.kind === "cancelled" ? last : undefined;
}

/**
 * When a run that was cancelled was taken up again last, by opening its issue or by taking the command back; empty where it never
 * was.
 */
function takenUpAgainAt({ entries }: Ledger): Instant {
  const all = entries.flatMap((entry) =>
    entry.kind === "resumed" || (entry.kind === "undone" && entry.of === "cancelled") ? [entry.at] : [],
  );
  return latestInstant(all);
}

/**
 * Whether a closed issue, of a run or of a step, was closed with the cancelling of a run that has been taken up again since, and has yet to be
 * opened: its closing says nothing. One that was opened when the run was taken up, or after that, was closed anew, be it in the same second.
 */
export function isStillToBeOpened(ledger: Ledger, closedAt: Instant, { reopenedAt }: ObservedIssue): boolean {
  const takenUpAt = takenUpAgainAt(ledger);
  return closedAt <= takenUpAt && (reopenedAt === null || reopenedAt < takenUpAt);
}
