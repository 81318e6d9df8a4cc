import type { CivilDate } from "../../calendar/index.ts";
import { civilToday } from "../../calendar/index.ts";
import type { ProcessDefinition } from "../../definition/index.ts";
import { workCalendarOf } from "../../holidays/index.ts";
import { type RunPlan, scheduleRun } from "../../plan/index.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import type { RunHandbook } from "../run-handbook.ts";

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
    if (entry.kind === "reopened") answers.delete(entry.step);
  }
  return answers;
}

/**
 * The plan of a run as the handbook has it for what is known now: its anchor date, answers and decisions. Actual
 * dates play no part in it. Child processes run by themselves, so their steps are not in it.
 */
export function planOfRun(
  ledger: Ledger,
  definition: ProcessDefinition,
  { handbook, revision }: RunHandbook,
  now: string,
): RunPlan {
  return scheduleRun({
    definition,
    anchorDate: currentAnchorDate(ledger),
    today: civilToday(ledger.startedAt ?? now, handbook.config.timeZone),
    calendar: workCalendarOf(handbook.config),
    roles: handbook.roles,
    absences: handbook.absences,
    answers: knownAnswers(ledger),
    processes: new Map(),
    peopleByRole: ledger.peopleByRole,
    revision,
  });
}
