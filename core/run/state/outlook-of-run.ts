import { type CivilDate, type EpochDay, toEpochDay, type WorkCalendar } from "../../calendar/index.ts";
import type { ProcessDefinition, StepId } from "../../definition/index.ts";
import {
  type AwaitedTask,
  beginByPlan,
  latestSiblingEnd,
  lookAhead,
  type Outlook,
  type PlanFrame,
  plannedWork,
  type SelectedTask,
  workOfStep,
} from "../../plan/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { datedByHand } from "./promises-after-entry.ts";

/** What is known of a task of a run on a day. */
export interface TaskNow {
  readonly task: SelectedTask;
  readonly promised: EpochDay;
  readonly readyOn: EpochDay | undefined;
  readonly endedOn: EpochDay | undefined;
  /** Business days by which the run that it starts is expected to be over later than planned. */
  readonly slipOfChild: number;
  /** When the last of what it waits for in runs beside its own will be over; nothing where it waits for nothing there. */
  readonly siblingsEnd: EpochDay | undefined;
}

/**
 * What becomes of each task of a run if everybody works on from today. What the first plan left of time between two steps
 * is what their work was agreed to take, if that is less: it is read from the dates the run began with.
 */
export function outlookOfRun(
  tasks: readonly TaskNow[],
  ledger: Ledger,
  definition: ProcessDefinition,
  frame: PlanFrame,
  today: EpochDay,
): Map<StepId, Outlook> {
  const { start, calendar, processes } = frame;
  const byHand = datedByHand(ledger, definition);
  const first = new Map([...plannedDates(ledger)].map(([step, due]) => [step, toEpochDay(due)] as const));
  const promised = new Map(tasks.map(({ task, promised: due }) => [task.id, due] as const));
  const firstStart = definition.startsAtAnchor ? toEpochDay(ledger.anchorDate) : start;
  const agreed = (id: StepId) => first.get(id) ?? promised.get(id) ?? start;
  const awaited = tasks.map(({ task, readyOn, endedOn, ...now }): AwaitedTask => {
    const { id, step, dependsOn, childEnds } = task;
    const begin = beginByPlan(dependsOn.map(agreed), firstStart, latestSiblingEnd(step, frame));
    const work = plannedWork(workOfStep(step, processes), begin, agreed(id), calendar);
    return {
      id,
      dependsOn,
      childEnds,
      promised: now.promised,
      workBusinessDays: work,
      isTied: step.dueOffset !== undefined || byHand.has(id),
      isOnAnchor: step.dueOffset?.amount === 0 && !byHand.has(id),
      readyOn,
      endedOn,
      notBefore: notBefore(now, readyOn === undefined ? work : 0, calendar),
    };
  });
  return lookAhead(awaited, today, calendar);
}

/** When a task can be over at the earliest, by what goes on in other runs. */
function notBefore(
  { promised, slipOfChild, siblingsEnd }: Omit<TaskNow, "task" | "readyOn" | "endedOn">,
  work: number,
  calendar: WorkCalendar,
): EpochDay | undefined {
  const days = [
    ...(slipOfChild > 0 ? [calendar.addBusinessDays(promised, slipOfChild)] : []),
    ...(siblingsEnd === undefined ? [] : [calendar.addBusinessDays(siblingsEnd, work)]),
  ];
  return days.length === 0 ? undefined : Math.max(...days);
}

/** The dates that a text of the handbook gave: of the plan the run began with, and of each newer text it was moved to since. */
function* plannedDates({ baseline, entries }: Ledger): Generator<readonly [StepId, CivilDate]> {
  for (const [step, { due }] of baseline) yield [step, due];
  for (const { kind, promised } of entries)
    if (kind === "upgraded") for (const [step, [, due]] of promised ?? []) yield [step, due];
}
