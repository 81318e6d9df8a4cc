import { type CivilDate, fromEpochDay, toEpochDay } from "../../calendar/index.ts";
import { workCalendarOf } from "../../holidays/index.ts";
import type { PlanWarning } from "../../plan/index.ts";
import { type Markdown, text } from "../../text/index.ts";
import type { NewEntry } from "../ledger/ledger.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { withPromised } from "../state/promises-after-entry.ts";
import { type RunFacts, runStateOf } from "../state/run-state.ts";
import type { RunState } from "../state/task-state.ts";
import { earliestAnchorOfRun, warningsOfRun } from "../state/warnings-of-run.ts";

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
  const entries = [...facts.ledger.entries, withPromised(entry, facts.ledger, facts)];
  const after = { ...facts, ledger: { ...facts.ledger, entries } };
  const stateAfter = runStateOf(after);
  const before = warningsOfRun(facts, state);
  const warnings = warningsOfRun(after, stateAfter).filter(
    // That the day itself is a day off is said of every new date, of a step too, with the next day that would do.
    (warning) => warning.id !== "non-business-anchor" && !before.some((was) => isNoWorse(warning, was)),
  );
  const isPastDue = entry.kind === "moved" && warnings.some(({ id }) => id === "past-due");
  const earliest = isPastDue ? fromEpochDay(earliestAnchorOfRun(after, stateAfter)) : undefined;
  const messages = [...dayOff(entry, facts, state), ...warnings.map(({ message }) => message)];
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

type PlanEntry = Extract<NewEntry, { kind: "moved" | "due" | "handed" | "added" }>;

/** That the new date is a day on which nobody works; nothing for a step that may be due on such a day. */
function dayOff(entry: PlanEntry, { handbook }: RunFacts, { tasks }: RunState): string[] {
  if (entry.kind === "handed") return [];
  const day: CivilDate = entry.kind === "moved" ? entry.anchorDate : entry.date;
  const isExact =
    entry.kind === "due" && tasks.find(({ step }) => step === entry.step)?.definition?.isExact === true;
  const calendar = workCalendarOf(handbook.handbook.config);
  if (isExact || calendar.isBusinessDay(toEpochDay(day))) return [];
  return [text.run.dayOff(day, fromEpochDay(calendar.nearestBusinessDay(toEpochDay(day), "after")))];
}

/** Whether a warning says no more than one that held before. Somebody whose load has become lighter needs no word. */
function isNoWorse(warning: PlanWarning, before: PlanWarning): boolean {
  if (warning.load === undefined || before.load === undefined) return warning.message === before.message;
  const { person, dueDate, steps } = warning.load;
  return (
    isSamePerson(person, before.load.person) && dueDate === before.load.dueDate && steps <= before.load.steps
  );
}
