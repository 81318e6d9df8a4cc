import type { CivilDate } from "../../calendar/index.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";

/** The anchor date of a run now: the one it began with, or the last it was moved to. */
export function currentAnchorDate(ledger: Ledger): CivilDate {
  return lastEntry(ledger, "moved")?.anchorDate ?? ledger.anchorDate;
}

/** The last entry of a kind; nothing when there is none. */
export function lastEntry<K extends LedgerEntry["kind"]>(
  ledger: Ledger,
  kind: K,
): Extract<LedgerEntry, { kind: K }> | undefined {
  return ledger.entries.findLast((entry): entry is Extract<LedgerEntry, { kind: K }> => entry.kind === kind);
}

/**
 * The answers and decisions of a run known so far. A decision counts for as long as its step has not been opened
 * again after it.
 */
export function knownAnswers(ledger: Ledger): Map<string, string> {
  const answers = new Map(ledger.answers);
  for (const entry of ledger.entries) {
    if (entry.kind === "decided") answers.set(entry.step, entry.outcome);
    if (entry.kind === "answered") answers.set(entry.subject, entry.value);
    if (entry.kind === "reopened") answers.delete(entry.step);
  }
  return answers;
}
