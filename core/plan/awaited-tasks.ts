import type { StepId } from "../definition/index.ts";
import { beginByPlan } from "./begin-by-plan.ts";
import { type AwaitedTask, plannedWork } from "./look-ahead.ts";
import { latestSiblingEnd, type PlanFrame, type TaskDays } from "./promise-dates.ts";
import type { SelectedTask } from "./select-tasks.ts";
import { workOfStep } from "./work-of-step.ts";

/** The tasks of a plan as a look ahead on the day it is made needs them: nothing is over, and what waits for nobody can begin. */
export function awaitedTasks(
  tasks: readonly SelectedTask[],
  days: ReadonlyMap<StepId, TaskDays>,
  frame: PlanFrame,
): AwaitedTask[] {
  const { start, calendar, processes } = frame;
  return tasks.map((task): AwaitedTask => {
    const { id, step, dependsOn, childEnds } = task;
    const promised = days.get(id)?.due ?? start;
    const before = dependsOn.filter((other) => !childEnds.includes(other));
    const dues = before.map((other) => days.get(other)?.due ?? start);
    const beside = latestSiblingEnd(step, frame);
    const begin = beginByPlan(dues, start, beside);
    const work = childEnds.length > 0 ? (step.durationBusinessDays ?? 0) : workOfStep(step, processes);
    const workBusinessDays = plannedWork(work, begin, promised, calendar);
    return {
      id,
      dependsOn,
      childEnds,
      promised,
      workBusinessDays,
      isTied: step.dueOffset !== undefined,
      isOnAnchor: step.dueOffset?.amount === 0 && task.anchoredTo === undefined,
      readyOn: before.length > 0 ? undefined : start,
      ...(beside !== undefined && { notBefore: calendar.addBusinessDays(beside, workBusinessDays) }),
    };
  });
}
