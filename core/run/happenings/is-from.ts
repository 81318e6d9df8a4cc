import type { LedgerEntry } from "../ledger/ledger.ts";
import type { ObservedComment } from "../observed/observed-run.ts";

/** Whether an entry came from a comment: from a command in it, or what it took back. */
export function isFrom(entry: LedgerEntry, { number }: ObservedComment): boolean {
  return "comment" in entry && entry.comment === number;
}
