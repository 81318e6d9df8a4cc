import { dueDateOf, type EpochDay, type Quantity, toEpochDay, type WorkCalendar } from "../calendar/index.ts";
import type { ProcessDefinition, ProcessId, Step, StepId } from "../definition/index.ts";
import { spanOfDefinition } from "./lead-time.ts";
import type { SelectedTask } from "./select-tasks.ts";
import { workOfStep } from "./work-of-step.ts";

/** The days of one task: when work on it has to begin at the latest, and its promised date. */
export interface TaskDays {
  readonly plannedStart: EpochDay;
  readonly due: EpochDay;
}

/** Where a run stands on the calendar. */
export interface PlanFrame {
  readonly anchor: EpochDay;
  /** The day that work without a due offset counts from when it waits for nobody. */
  readonly start: EpochDay;
  readonly calendar: WorkCalendar;
  readonly processes: ReadonlyMap<ProcessId, ProcessDefinition>;
  /** When steps of processes beside the run are due or were over, by the words `after` names them with; absent for a run that is no child. */
  readonly siblingEnds?: ReadonlyMap<string, EpochDay> | undefined;
}

/** What has happened in a run; nothing of it in a first plan. */
export interface RunLife {
  /** Days that stay whatever else is dated anew: of what is over, and of what somebody dated by hand. */
  readonly kept: ReadonlyMap<StepId, TaskDays>;
  /** The day a task really ended; tasks that are not over have none. */
  readonly endedOn: ReadonlyMap<StepId, EpochDay>;
}

const asPlanned: RunLife = { kept: new Map(), endedOn: new Map() };

/**
 * The promised date of every task, in dependency order. A step with a due offset is due on the day it names, whatever
 * comes before it; one without is due its work after the latest date of those it waits for, or after the day they
 * really ended where that is later; so is one that counts from a date which nobody has said yet. Ending early makes no date earlier. Without anything to wait for it counts from the start.
 * A child process counts its offsets from the day the step that starts it would be due without it; where that step
 * has no due offset of its own, it leaves room for the child's steps and is not due before the last of them.
 */
export function promiseDates(
  tasks: readonly SelectedTask[],
  frame: PlanFrame,
  { kept, endedOn }: RunLife = asPlanned,
): Map<StepId, TaskDays> {
  const days = new Map<StepId, TaskDays>();
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const withoutChildren = new Map<StepId, TaskDays>();
  const latestEnd = (ids: readonly StepId[]) => {
    const ends = ids.flatMap((id) => {
      const due = days.get(id)?.due;
      return due === undefined ? [] : Math.max(due, endedOn.get(id) ?? due);
    });
    return ends.length > 0 ? Math.max(...ends) : undefined;
  };
  const anchorOf = ({ anchoredTo, countsFrom }: SelectedTask): EpochDay => {
    if (countsFrom !== undefined) return toEpochDay(countsFrom);
    const starter = anchoredTo === undefined ? undefined : byId.get(anchoredTo);
    return starter ? ownDaysOf(starter).due : frame.anchor;
  };
  const ownDaysOf = (task: SelectedTask): TaskDays => {
    const known = kept.get(task.id) ?? withoutChildren.get(task.id);
    if (known) return known;
    const { dueOffset, opensOffset, isExact } = task.step;
    // An offset from a date that nobody has said yet names no day: the step follows those it waits for.
    const isDateKnown = task.step.countsFrom === undefined || task.countsFrom !== undefined;
    const dayOf = (offset: Quantity | undefined) =>
      isDateKnown && offset ? dueDateOf(anchorOf(task), offset, frame.calendar, isExact) : undefined;
    const due = dayOf(dueOffset);
    const before = latestEnd(task.dependsOn.filter((id) => !task.childEnds.includes(id)));
    const beside = latestSiblingEnd(task.step, frame);
    const released = beside === undefined ? before : Math.max(beside, before ?? frame.start);
    const own = withWindow(daysOf(task.step, due, released, frame), dayOf(opensOffset));
    withoutChildren.set(task.id, own);
    return own;
  };
  for (const task of tasks) {
    const own = ownDaysOf(task);
    const lastChild = task.step.dueOffset || kept.has(task.id) ? undefined : latestEnd(task.childEnds);
    days.set(task.id, lastChild === undefined ? own : { ...own, due: Math.max(own.due, lastChild) });
  }
  return withSpansOfChildren(tasks, days);
}

/** When the last of what a step waits for in processes beside its own is over; nothing where it waits for nothing there, or nothing is known. */
export function latestSiblingEnd(
  { afterSiblings = [] }: Step,
  { siblingEnds }: Pick<PlanFrame, "siblingEnds">,
): EpochDay | undefined {
  const ends = afterSiblings.flatMap((id) => siblingEnds?.get(id) ?? []);
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/** A step with a window begins on its first day, unless its work needs longer than the window is. */
function withWindow(days: TaskDays, opens: EpochDay | undefined): TaskDays {
  return opens === undefined ? days : { ...days, plannedStart: Math.min(days.plannedStart, opens) };
}

/** A step that starts a process begins when the first step of that process does. */
function withSpansOfChildren(
  tasks: readonly SelectedTask[],
  days: Map<StepId, TaskDays>,
): Map<StepId, TaskDays> {
  for (const { id, anchoredTo } of tasks) {
    const [own, starter] = [days.get(id), anchoredTo === undefined ? undefined : days.get(anchoredTo)];
    if (anchoredTo === undefined || !own || !starter || own.plannedStart >= starter.plannedStart) continue;
    days.set(anchoredTo, { ...starter, plannedStart: own.plannedStart });
  }
  return days;
}

function daysOf(
  step: Step,
  due: EpochDay | undefined,
  released: EpochDay | undefined,
  { start, calendar, processes }: PlanFrame,
): TaskDays {
  if (due === undefined) {
    const plannedStart = released ?? start;
    return { plannedStart, due: calendar.addBusinessDays(plannedStart, roomFor(step, processes)) };
  }
  return { plannedStart: latestStart(due, roomFor(step, processes), start, calendar), due };
}

/** Business days from the beginning of a step to its due date: its work, and of a child process the time its own offsets need. */
export function roomFor(step: Step, processes: PlanFrame["processes"]): number {
  const work = workOfStep(step, processes);
  const child = step.process === undefined ? undefined : processes.get(step.process);
  if (!child || step.durationBusinessDays !== undefined) return work;
  return Math.max(work, Math.ceil(-spanOfDefinition(child, processes, 1).firstBusinessDay));
}

/**
 * The last day on which so much work can begin and still be done on its due date. From a day off one counts as from the
 * business day before it: where the start is such a day, the work begins there.
 */
export function latestStart(
  due: EpochDay,
  workBusinessDays: number,
  start: EpochDay,
  calendar: WorkCalendar,
): EpochDay {
  const latest = calendar.addBusinessDays(due, -workBusinessDays);
  const fitsFromStart =
    latest < start && start <= due && calendar.addBusinessDays(start, workBusinessDays) <= due;
  return fitsFromStart ? start : latest;
}
