import { type Markdown, text } from "../../text/index.ts";
import type { NewEntry } from "../ledger/ledger.ts";
import type { RunFacts } from "../state/run-state.ts";
import type { RunState } from "../state/task-state.ts";
import { warningsOfChange } from "./warnings-of-change.ts";

/** What is said of a change of the plan, and the entry that stands for it: itself, or a proposal that waits for `/go`. */
export interface WarnedChange {
  readonly entry: NewEntry;
  readonly words?: Markdown | undefined;
}

/**
 * Warns of what a change of the plan brings that was not so before. Where the handbook wants warnings confirmed, a new
 * date of the run or of a step only becomes a proposal; whatever else changes is said, and holds. `agreed` is a change that somebody
 * has seen the warnings of.
 */
export function warnOfChange(
  entry: NewEntry,
  agreed: boolean,
  facts: RunFacts,
  state: RunState,
): WarnedChange {
  if (entry.kind !== "moved" && entry.kind !== "due" && entry.kind !== "handed" && entry.kind !== "added")
    return { entry };
  if (agreed) return { entry };
  const { messages, earliest } = warningsOfChange(entry, facts, state);
  const { confirm } = facts.handbook.handbook.config;
  const isAsked = confirm === "always" || (confirm === "on-warnings" && messages.length > 0);
  const { anchor } = facts.definition;
  if (isAsked && (entry.kind === "moved" || entry.kind === "due") && entry.comment !== null) {
    const { at, by, byId, comment, reason } = entry;
    const moves = entry.kind === "due" ? entry.step : null;
    const date = entry.kind === "due" ? entry.date : entry.anchorDate;
    return {
      entry: { kind: "proposed", at, by, byId, comment, moves, date, reason },
      words: text.run.changeWaits(messages, anchor, earliest),
    };
  }
  return {
    entry,
    words: messages.length === 0 ? undefined : text.run.changeWarnings(messages, anchor, earliest),
  };
}
