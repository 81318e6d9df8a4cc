import type { EpochDay, WorkCalendar } from "../calendar/index.ts";
import type { StepId } from "../definition/index.ts";
import type { TaskDays } from "./date-tasks.ts";
import type { SelectedTask } from "./select-tasks.ts";

/**
 * Total slack of every task in business days, by a backward pass (critical path method): how far its due date may
 * move before the last due date of the run must. A task's length is the business days from its planned start to its
 * due date. Never negative: where a step is due before one it waits for, that is a warning of its own.
 */
export function findSlack(
  tasks: readonly SelectedTask[],
  days: ReadonlyMap<StepId, TaskDays>,
  calendar: WorkCalendar,
): Map<StepId, number> {
  const end = Math.max(...[...days.values()].map(({ due }) => due));
  const latestFinish = new Map<StepId, EpochDay>();
  const slack = new Map<StepId, number>();
  for (const task of tasks.toReversed()) {
    const own = days.get(task.id);
    if (!own) continue;
    const finish = latestFinish.get(task.id) ?? end;
    slack.set(task.id, Math.max(0, calendar.businessDaysBetween(own.due, finish)));
    const length = calendar.businessDaysBetween(own.plannedStart, own.due);
    const latestStart = calendar.addBusinessDays(finish, -length);
    for (const id of task.dependsOn) {
      // The steps of a child process are what the step that starts it consists of: both may end together.
      const latest = id.startsWith(`${task.id}/`) ? finish : latestStart;
      latestFinish.set(id, Math.min(latestFinish.get(id) ?? end, latest));
    }
  }
  return slack;
}
