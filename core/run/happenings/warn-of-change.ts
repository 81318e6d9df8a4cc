import { type Markdown, text } from "../../text/index.ts";
import type { LedgerEntry, NewEntry } from "../ledger/ledger.ts";
import { unseenWarnings } from "../ledger/unseen-warnings.ts";
import type { RunFacts } from "../state/run-state.ts";
import type { RunState } from "../state/task-state.ts";
import { warningsOfChange } from "./warnings-of-change.ts";

/** Of one change; a run is changed more than once, and its notes have little room. */
const mostWarnings = 20;

/**
 * The entry that stands for a change of the plan, with what it brings that was not so before: itself, or a proposal that waits for
 * `/go`. Where the handbook wants warnings confirmed, a new date of the run or of a step only becomes a proposal; whatever else changes
 * holds. `agreed` is a change that somebody has seen the warnings of. They are kept in the entry, since nobody can work them out
 * again once it stands in the ledger.
 */
export function warnOfChange(entry: NewEntry, agreed: boolean, facts: RunFacts, state: RunState): NewEntry {
  if (entry.kind !== "moved" && entry.kind !== "due" && entry.kind !== "handed" && entry.kind !== "added")
    return entry;
  if (agreed) return entry;
  const { messages, earliest } = warningsOfChange(entry, facts, state);
  const warnings = unseenWarnings(messages, earliest, mostWarnings);
  const { confirm } = facts.handbook.handbook.config;
  const isAsked = confirm === "always" || (confirm === "on-warnings" && warnings !== undefined);
  if (!isAsked || (entry.kind !== "moved" && entry.kind !== "due") || entry.comment === null)
    return { ...entry, ...(warnings && { warnings }) };
  const { at, by, byId, comment, reason } = entry;
  const moves = entry.kind === "due" ? entry.step : null;
  const date = entry.kind === "due" ? entry.date : entry.anchorDate;
  return { kind: "proposed", at, by, byId, comment, moves, date, reason, ...(warnings && { warnings }) };
}

/** What is said below the command that a change of the plan came from; nothing for every other fact, and for what brings nothing. */
export function wordsOnChange(entry: LedgerEntry, { definition }: RunFacts): Markdown | undefined {
  if (entry.kind === "proposed") return text.run.changeWaits(entry.warnings, definition.anchor);
  const warnings = "warnings" in entry ? entry.warnings : undefined;
  return warnings && text.run.changeWarnings(warnings, definition.anchor);
}
