import type { LedgerEntry } from "./ledger.ts";

/** The numbers of the comments that entries stand for: with the commands they came from, also those taken back since. */
export function commentsIn(entries: readonly LedgerEntry[]): ReadonlySet<number> {
  return new Set(entries.flatMap(commentsOf));
}

/** Whether an entry came from a comment: from a command in it, or what that took back. */
export function isFrom(entry: LedgerEntry, comment: number): boolean {
  return "comment" in entry && entry.comment === comment;
}

/** Whether an entry stands for a comment: it came from it, or was taken back since. */
export function standsFor(entry: LedgerEntry, comment: number): boolean {
  return isFrom(entry, comment) || (entry.kind === "undone" && entry.asked === comment);
}

function commentsOf(entry: LedgerEntry): number[] {
  return [
    ...("comment" in entry && typeof entry.comment === "number" ? [entry.comment] : []),
    ...(entry.kind === "undone" ? [entry.asked] : []),
  ];
}
