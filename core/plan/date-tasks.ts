import { dueDateOf, type EpochDay, type WorkCalendar } from "../calendar/index.ts";
import type { Step, StepId } from "../definition/index.ts";
import type { SelectedTask } from "./select-tasks.ts";

/** The days of one task. */
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
}

/**
 * Dates every task, in dependency order. A step with a due offset is due on the day it names; one without is due
 * its duration after the last of those it waits for, or after the start. The planned start is the duration before the
 * due date where a duration is given, else the day the last predecessor is due, and never after the due date.
 */
export function dateTasks(tasks: readonly SelectedTask[], frame: PlanFrame): Map<StepId, TaskDays> {
  const days = new Map<StepId, TaskDays>();
  const offsetsOnly = new Map<StepId, EpochDay>();
  const anchorOf = (task: SelectedTask) =>
    task.anchoredTo === undefined ? frame.anchor : (offsetsOnly.get(task.anchoredTo) ?? frame.anchor);
  // Child processes are dated from their step's due date, which stands after them in dependency order.
  for (const task of tasks.toReversed()) {
    if (task.step.dueOffset)
      offsetsOnly.set(task.id, dueDateOf(anchorOf(task), task.step.dueOffset, frame.calendar));
  }
  for (const task of tasks) {
    const dues = task.dependsOn.flatMap((id) => days.get(id)?.due ?? []);
    const released = dues.length > 0 ? Math.max(...dues) : undefined;
    days.set(task.id, daysOf(task.step, offsetsOnly.get(task.id), released, frame));
  }
  return days;
}

function daysOf(
  step: Step,
  due: EpochDay | undefined,
  released: EpochDay | undefined,
  { start, calendar }: PlanFrame,
): TaskDays {
  if (due === undefined) {
    const plannedStart = released ?? start;
    return { plannedStart, due: calendar.addBusinessDays(plannedStart, plannedLength(step)) };
  }
  if (step.durationBusinessDays !== undefined) {
    return { plannedStart: calendar.addBusinessDays(due, -step.durationBusinessDays), due };
  }
  const plannedStart = released ?? calendar.addBusinessDays(due, -plannedLength(step));
  return { plannedStart: Math.min(plannedStart, due), due };
}

/** Business days a step takes when it says nothing: one, and none for a checkpoint. */
function plannedLength(step: Step): number {
  return step.durationBusinessDays ?? (step.kind === "checkpoint" ? 0 : 1);
}
