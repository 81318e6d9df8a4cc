import type { WorkCalendar } from "../../calendar/index.ts";
import type { ProcessDefinition } from "../../definition/index.ts";
import { type EndOfRun, endOfRun } from "../../plan/index.ts";
import { isOver, type RunState } from "./task-state.ts";

/** The end of a run that goes on, as `endOfRun` of the plan decides it for every surface. */
export function endOfState(
  { tasks, anchorDate }: RunState,
  { startsAtAnchor }: ProcessDefinition,
  calendar: WorkCalendar,
): EndOfRun {
  const kept = tasks.filter(({ isLeftOut, status }) => !isLeftOut && status !== "cancelled");
  return endOfRun(
    kept.map((task) => ({ ...task, isOver: isOver(task) })),
    { date: anchorDate, isStart: startsAtAnchor },
    calendar,
  );
}
