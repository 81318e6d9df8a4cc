import {
  civilToday,
  type EpochDay,
  fromEpochDay,
  toEpochDay,
  type WorkCalendar,
} from "../../calendar/index.ts";
import type { ProcessDefinition, StepId } from "../../definition/index.ts";
import { workCalendarOf } from "../../holidays/index.ts";
import { type PlanEvent, type PlanFrame, promisesAfter, type TaskDays } from "../../plan/index.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { currentAnchorDate } from "./current-anchor-date.ts";
import { type PromisedDays, promisedDays } from "./promised-days.ts";
import type { Siblings } from "./siblings-of-run.ts";
import { openedBy, taskProgressOf } from "./task-progress.ts";
import { tasksOfRun } from "./tasks-of-run.ts";

/** What promised dates are worked out with. */
export interface PromiseFacts {
  readonly definition: ProcessDefinition;
  readonly handbook: RunHandbook;
  /** What is known of the runs beside it; absent where that plays no part. */
  readonly siblings?: Siblings | undefined;
  readonly now: string;
}

/**
 * The promised dates that an entry makes others, to be kept with it: the only way in which a promised date moves. `ledger` is the
 * one the entry is added to. Empty when all dates stay.
 */
export function promisesAfterEntry(
  entry: LedgerEntry,
  ledger: Ledger,
  facts: PromiseFacts,
): Map<StepId, PromisedDays> {
  // What another text of the handbook makes of the dates was worked out with both at hand.
  if (entry.kind === "upgraded") return new Map(entry.promised);
  const after = { ...ledger, entries: [...ledger.entries, entry] };
  const { definition } = facts;
  const tasks = tasksOfRun(after, definition);
  const known = promisedDays(ledger);
  const before = new Map(known);
  if (entry.kind === "added") before.set(entry.step, [entry.date, entry.date]);
  for (const step of datedLongAgo(entry, ledger, definition)) before.delete(step);
  const { timeZone } = facts.handbook.handbook.config;
  const endedOn = new Map(
    tasks.flatMap(({ id }) => {
      const { endedAt } = taskProgressOf(id, after, definition);
      return endedAt === undefined ? [] : [[id, toEpochDay(civilToday(endedAt, timeZone))] as const];
    }),
  );
  const days = new Map([...before].map(([id, own]) => [id, daysOf(own)] as const));
  const run = { tasks, days, endedOn, datedByHand: datedByHand(after, definition) };
  const anew = promisesAfter(run, eventOf(entry, ledger), frameOfRun(after, facts));
  return new Map(
    [...anew].flatMap(([id, own]) => {
      const was = known.get(id);
      const promised: PromisedDays = [fromEpochDay(own.plannedStart), fromEpochDay(own.due)];
      return was?.[0] === promised[0] && was[1] === promised[1] ? [] : [[id, promised] as const];
    }),
  );
}

/** An entry with the promised dates it moves kept in it. */
export function withPromised(entry: LedgerEntry, ledger: Ledger, facts: PromiseFacts): LedgerEntry {
  const promised = promisesAfterEntry(entry, ledger, facts);
  return promised.size > 0 ? { ...entry, promised } : entry;
}

/** Where a run stands on the calendar. */
export function frameOfRun(
  ledger: Ledger,
  { definition, handbook, siblings, now }: PromiseFacts,
  calendar: WorkCalendar = workCalendarOf(handbook.handbook.config),
): PlanFrame {
  const anchor = toEpochDay(currentAnchorDate(ledger));
  const { timeZone } = handbook.handbook.config;
  const begun = toEpochDay(civilToday(ledger.startedAt ?? now, timeZone));
  const ends = siblings && siblingEnds(siblings, timeZone);
  return {
    anchor,
    start: definition.startsAtAnchor ? anchor : begun,
    calendar,
    processes: handbook.handbook.processes,
    ...(ends && ends.size > 0 && { siblingEnds: ends }),
  };
}

/** When the steps beside the run are promised for, or were over where that was later. */
function siblingEnds(siblings: Siblings, timeZone: string): Map<string, EpochDay> {
  if (siblings.kind !== "told") return new Map();
  return new Map(
    [...siblings.standings].flatMap(([id, { due, endedAt }]) => {
      const ended = endedAt === undefined ? undefined : civilToday(endedAt, timeZone);
      const days = [due, ended].flatMap((day) => (day === undefined ? [] : [toEpochDay(day)]));
      return days.length === 0 ? [] : [[id, Math.max(...days)] as const];
    }),
  );
}

/** The steps whose date somebody set; that of a run inside this one follows again once this run has moved. */
export function datedByHand({ entries }: Ledger, { steps }: ProcessDefinition): Set<StepId> {
  const dated = new Set<StepId>();
  const children = new Set(steps.filter(({ kind }) => kind === "process").map(({ id }) => id));
  const fromBelow = new Set<StepId>();
  for (const entry of entries) {
    if (entry.kind === "added") dated.add(entry.step);
    if (entry.kind === "moved") for (const step of fromBelow) dated.delete(step);
    if (entry.kind !== "due") continue;
    dated.add(entry.step);
    if (children.has(entry.step) && entry.comment === null) fromBelow.add(entry.step);
    else fromBelow.delete(entry.step);
  }
  return dated;
}

/** The steps that an entry opens again after the run has moved on: the dates they ended with are of another plan. */
function datedLongAgo(entry: LedgerEntry, ledger: Ledger, definition: ProcessDefinition): StepId[] {
  return openedBy(entry, definition).filter((step) => {
    const { endedAt } = taskProgressOf(step, ledger, definition);
    return (
      endedAt !== undefined &&
      ledger.entries.some(({ kind, at }) => kind === "moved" && at > endedAt) &&
      !datedByHand(ledger, definition).has(step)
    );
  });
}

function eventOf(entry: LedgerEntry, before: Ledger): PlanEvent {
  if (entry.kind === "moved") return { kind: "moved", from: toEpochDay(currentAnchorDate(before)) };
  if (entry.kind === "due") return { kind: "dated", step: entry.step, due: toEpochDay(entry.date) };
  return { kind: "went-on" };
}

function daysOf([plannedStart, due]: PromisedDays): TaskDays {
  return { plannedStart: toEpochDay(plannedStart), due: toEpochDay(due) };
}
