import { readAmount, sumOfAmounts } from "../../amount.ts";
import type { ProcessDefinition, StepId } from "../../definition/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { openedBy } from "./task-progress.ts";

/**
 * The answers, decisions and collected values of a run known so far. What a step has said counts for as long as it has not been
 * opened again after it; a value that was left out is an empty answer. Numbers, hours and amounts of one currency that several steps
 * have said under one id add up, as in the figures of the run; of anything else the one said last counts.
 */
export function knownAnswers(ledger: Ledger, definition: ProcessDefinition): Map<string, string> {
  const answers = new Map(ledger.answers);
  const collected = new Map<string, Map<StepId, string>>();
  for (const entry of ledger.entries) {
    if (entry.kind === "decided") answers.set(entry.step, entry.outcome);
    if (entry.kind === "answered") {
      const saidBy = collected.get(entry.subject);
      const last = [...(saidBy?.keys() ?? [])].at(-1);
      // In place of what a step has left out.
      if (last === undefined) answers.set(entry.subject, entry.value);
      else saidBy?.set(last, entry.value);
    }
    if (entry.kind === "upgraded") for (const [field, value] of entry.answers) answers.set(field, value);
    if (entry.kind === "closed" && entry.collected)
      for (const [id, value] of entry.collected) {
        const saidBy = collected.get(id) ?? new Map<StepId, string>();
        // Said anew, it is what was said last.
        saidBy.delete(entry.step);
        collected.set(id, saidBy.set(entry.step, value));
      }
    for (const opened of openedBy(entry, definition)) {
      answers.delete(opened);
      for (const saidBy of collected.values()) saidBy.delete(opened);
    }
  }
  const counted = new Set(
    definition.steps.flatMap(({ collect = [] }) =>
      collect.flatMap(({ id, type }) => (adding.has(type) ? [id] : [])),
    ),
  );
  for (const [id, saidBy] of collected) {
    const values = [...saidBy.values()];
    const value = (counted.has(id) ? sumOf(values) : undefined) ?? values.at(-1);
    if (value !== undefined) answers.set(id, value);
  }
  return answers;
}

const adding: ReadonlySet<string> = new Set(["number", "hours", "money"]);

/** Several amounts as one, as a step notes it: `1200.50 CHF`; nothing where they are not of one kind, or where there are none. */
function sumOf(values: readonly string[]): string | undefined {
  const given = values.filter((value) => value !== "");
  const noted = given.flatMap((value) => readAmount(value) ?? []);
  const [currency = "", ...others] = new Set(noted.map((own) => own.currency));
  if (given.length < 2 || others.length > 0 || noted.length < given.length) return given.at(-1);
  return `${sumOfAmounts(noted)}${currency && ` ${currency}`}`;
}
