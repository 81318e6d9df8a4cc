import type { Ledger } from "../ledger/ledger.ts";

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
