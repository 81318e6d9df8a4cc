import { toEpochDay, type WorkCalendar } from "../../calendar/index.ts";
import { type PlannedTask, scheduleRun } from "../../plan/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { knownAnswers } from "./plan-of-run.ts";

/**
 * How many business days before its date the process that a step starts has to begin; nothing for any other step. What it
 * waits for may be late by all the time beyond that.
 */
export function lengthOfChild(
  { kind, plannedStart, dueDate }: PlannedTask,
  process: string | undefined,
  facts: { readonly ledger: Ledger; readonly handbook: RunHandbook; readonly calendar: WorkCalendar },
): number | undefined {
  const { roles, absences, processes } = facts.handbook.handbook;
  const definition = kind === "process" && process !== undefined ? processes.get(process) : undefined;
  if (!definition) return undefined;
  const { startDate } = scheduleRun({
    definition,
    anchorDate: dueDate,
    today: plannedStart,
    calendar: facts.calendar,
    roles,
    absences,
    answers: knownAnswers(facts.ledger),
    processes: new Map(),
  });
  return Math.max(0, facts.calendar.businessDaysBetween(toEpochDay(startDate), toEpochDay(dueDate)));
}
