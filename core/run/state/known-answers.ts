import type { StepId } from "../../definition/index.ts";
import type { Ledger } from "../ledger/ledger.ts";

/**
 * The answers, decisions and collected values of a run known so far. What a step has said counts for as long as it has not been
 * opened again after it; a value that was left out is an empty answer.
 */
export function knownAnswers(ledger: Ledger): Map<string, string> {
  const answers = new Map(ledger.answers);
  const saidBy = new Map<StepId, readonly string[]>();
  for (const entry of ledger.entries) {
    if (entry.kind === "decided") {
      answers.set(entry.step, entry.outcome);
      saidBy.set(entry.step, [entry.step]);
    }
    if (entry.kind === "closed" && entry.collected) {
      for (const [id, value] of entry.collected) answers.set(id, value);
      saidBy.set(entry.step, [...entry.collected.keys()]);
    }
    if (entry.kind === "answered") answers.set(entry.subject, entry.value);
    if (entry.kind === "upgraded") for (const [field, value] of entry.answers) answers.set(field, value);
    if (entry.kind === "reopened") for (const id of saidBy.get(entry.step) ?? []) answers.delete(id);
  }
  return answers;
}
