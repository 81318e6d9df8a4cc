import type { EpochDay } from "../calendar/index.ts";
import type { StepId } from "../definition/index.ts";
import { latestStart, type PlanFrame, promiseDates, roomFor, type TaskDays } from "./promise-dates.ts";
import type { SelectedTask } from "./select-tasks.ts";

/** What a run has promised so far, and what has become of its tasks. */
export interface PromisedRun {
  /** In dependency order, as answers and decisions leave them now. */
  readonly tasks: readonly SelectedTask[];
  readonly days: ReadonlyMap<StepId, TaskDays>;
  /** The day each task that is over ended. */
  readonly endedOn: ReadonlyMap<StepId, EpochDay>;
  /** Tasks whose date somebody set: it no longer follows from those before it. */
  readonly datedByHand: ReadonlySet<StepId>;
}

/** Something that may make promised dates others. */
export type PlanEvent =
  | { readonly kind: "moved"; readonly from: EpochDay }
  | { readonly kind: "dated"; readonly step: StepId; readonly due: EpochDay }
  /** A task ended, or an answer changed what belongs to the run. */
  | { readonly kind: "went-on" };

/**
 * The promised dates after something happened. The anchor date of `frame` is the one in force after it.
 * - A move of the anchor date dates everything that is not over anew; what was dated by hand keeps its distance to the anchor
 *   date in business days.
 * - A date set by hand moves that task, and those that follow it without a due offset of their own.
 * - Whatever else happens only makes dates later, and only of tasks without a due offset whose predecessors ended later
 *   than promised.
 * What is over keeps its days for ever; a task that has joined the run is dated as in a first plan.
 */
export function promisesAfter(run: PromisedRun, event: PlanEvent, frame: PlanFrame): Map<StepId, TaskDays> {
  const { tasks, days, endedOn, datedByHand } = run;
  const isFree = ({ id, step }: SelectedTask) =>
    step.dueOffset === undefined && !datedByHand.has(id) && !endedOn.has(id);
  const keepAll = (tasksToKeep: readonly SelectedTask[]) =>
    new Map(tasksToKeep.flatMap(({ id }) => (days.has(id) ? [[id, days.get(id) as TaskDays] as const] : [])));
  if (event.kind === "moved") {
    const kept = keepAll(tasks.filter(({ id }) => endedOn.has(id)));
    for (const task of tasks) {
      const own = days.get(task.id);
      if (!own || kept.has(task.id) || !datedByHand.has(task.id)) continue;
      const distance = frame.calendar.businessDaysBetween(event.from, own.due);
      kept.set(task.id, datedDays(task, frame.calendar.addBusinessDays(frame.anchor, distance), frame));
    }
    return promiseDates(tasks, frame, { kept, endedOn });
  }
  if (event.kind === "dated") {
    const following = followersOf(event.step, tasks);
    const kept = keepAll(tasks.filter((task) => !(following.has(task.id) && isFree(task))));
    const dated = tasks.find(({ id }) => id === event.step);
    if (dated) kept.set(event.step, datedDays(dated, event.due, frame));
    return promiseDates(tasks, frame, { kept, endedOn });
  }
  const anew = promiseDates(tasks, frame, { kept: keepAll(tasks.filter((task) => !isFree(task))), endedOn });
  return new Map(
    [...anew].map(([id, own]) => {
      const before = days.get(id);
      return [id, before !== undefined && before.due >= own.due ? before : own];
    }),
  );
}

/** The days of a task that has to be over on a day somebody chose. */
function datedDays({ step }: SelectedTask, due: EpochDay, frame: PlanFrame): TaskDays {
  const room = roomFor(step, frame.processes);
  return { plannedStart: Math.min(due, latestStart(due, room, frame.start, frame.calendar)), due };
}

/** The tasks that wait for one, directly or through others. */
function followersOf(step: StepId, tasks: readonly SelectedTask[]): ReadonlySet<StepId> {
  const found = new Set<StepId>([step]);
  for (const { id, dependsOn } of tasks) if (dependsOn.some((other) => found.has(other))) found.add(id);
  found.delete(step);
  return found;
}
