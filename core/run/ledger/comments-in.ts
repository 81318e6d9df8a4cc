import type { LedgerEntry } from "./ledger.ts";

/** The numbers of the comments that entries stand for: with the commands they came from, also those taken back since. */
export function commentsIn(entries: readonly LedgerEntry[]): ReadonlySet<number> {
  return new Set(
    entries.flatMap((entry) => [
      ...("comment" in entry && typeof entry.comment === "number" ? [entry.comment] : []),
      ...(entry.kind === "undone" ? [entry.asked] : []),
    ]),
  );
}
