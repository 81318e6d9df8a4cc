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
 * A child process counts its offsets from the day the step that starts it would be due without it; where that step
 * has no due offset of its own, it is not due before the last task of its child process.
 */
export function dateTasks(tasks: readonly SelectedTask[], frame: PlanFrame): Map<StepId, TaskDays> {
  const days = new Map<StepId, TaskDays>();
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const withoutChildren = new Map<StepId, TaskDays>();
  const latestDue = (ids: readonly StepId[]) => {
    const dues = ids.flatMap((id) => days.get(id)?.due ?? []);
    return dues.length > 0 ? Math.max(...dues) : undefined;
  };
  const anchorOf = ({ anchoredTo }: SelectedTask): EpochDay => {
    const starter = anchoredTo === undefined ? undefined : byId.get(anchoredTo);
    return starter ? ownDaysOf(starter).due : frame.anchor;
  };
  const ownDaysOf = (task: SelectedTask): TaskDays => {
    const known = withoutChildren.get(task.id);
    if (known) return known;
    const { dueOffset } = task.step;
    const due = dueOffset && dueDateOf(anchorOf(task), dueOffset, frame.calendar);
    const released = latestDue(task.dependsOn.filter((id) => !task.childEnds.includes(id)));
    const own = daysOf(task.step, due, released, frame);
    withoutChildren.set(task.id, own);
    return own;
  };
  for (const task of tasks) {
    const own = ownDaysOf(task);
    const lastChild = task.step.dueOffset ? undefined : latestDue(task.childEnds);
    days.set(task.id, lastChild === undefined ? own : { ...own, due: Math.max(own.due, lastChild) });
  }
  return days;
}

function daysOf(
  step: Step,
  due: EpochDay | undefined,
  released: EpochDay | undefined,
  { start, calendar }: PlanFrame,
): TaskDays {
  // From a day off one counts as from the business day before it: where the start is such a day, the work begins there.
  const startFor = (end: EpochDay, length: number) => {
    const latest = calendar.addBusinessDays(end, -length);
    return latest < start && start <= end && calendar.addBusinessDays(start, length) <= end ? start : latest;
  };
  if (due === undefined) {
    const plannedStart = released ?? start;
    return { plannedStart, due: calendar.addBusinessDays(plannedStart, plannedLength(step)) };
  }
  if (step.durationBusinessDays !== undefined) {
    return { plannedStart: startFor(due, step.durationBusinessDays), due };
  }
  const plannedStart = released ?? startFor(due, plannedLength(step));
  return { plannedStart: Math.min(plannedStart, due), due };
}

/** Business days a step takes when it says nothing: one, and none for a checkpoint. */
function plannedLength(step: Step): number {
  return step.durationBusinessDays ?? (step.kind === "checkpoint" ? 0 : 1);
}
