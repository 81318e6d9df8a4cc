import { type CivilDate, fromEpochDay, toEpochDay } from "../../calendar/index.ts";
import { workCalendarOf } from "../../holidays/index.ts";
import type { PlanWarning } from "../../plan/index.ts";
import { text } from "../../text/index.ts";
import type { NewEntry } from "../ledger/ledger.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { withPromised } from "../state/promises-after-entry.ts";
import { type RunFacts, runStateOf } from "../state/run-state.ts";
import type { RunState } from "../state/task-state.ts";
import { earliestAnchorOfRun, warningsOfRun } from "../state/warnings-of-run.ts";

/** A fact that changes who does something, or when. */
export type PlanEntry = Extract<NewEntry, { kind: "moved" | "due" | "handed" | "added" }>;

/** What a change of the plan brings that was not so before. */
export interface ChangeWarnings {
  /** Plain sentences; empty where there is nothing to be said. */
  readonly messages: readonly string[];
  /** The earliest anchor date at which nothing would be past due, where moving the run puts something there. */
  readonly earliest: CivilDate | undefined;
}

/** What a change that is not in the ledger yet brings that was not so before, by the warnings of a first plan. */
export function warningsOfChange(entry: PlanEntry, facts: RunFacts, state: RunState): ChangeWarnings {
  const entries = [...facts.ledger.entries, withPromised(entry, facts.ledger, facts)];
  const after = { ...facts, ledger: { ...facts.ledger, entries } };
  const stateAfter = runStateOf(after);
  const before = warningsOfRun(facts, state);
  const warnings = warningsOfRun(after, stateAfter).filter(
    // That the day itself is a day off is said of every new date, of a step too, with the next day that would do.
    (warning) => warning.id !== "non-business-anchor" && !before.some((was) => isNoWorse(warning, was)),
  );
  const isPastDue = entry.kind === "moved" && warnings.some(({ id }) => id === "past-due");
  return {
    messages: [...dayOff(entry, facts, state), ...warnings.map(({ message }) => message)],
    earliest: isPastDue ? fromEpochDay(earliestAnchorOfRun(after, stateAfter)) : undefined,
  };
}

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
