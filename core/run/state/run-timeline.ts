import { type CivilDate, civilToday } from "../../calendar/index.ts";
import type { StepId } from "../../definition/index.ts";
import { type GanttBar, mermaidGantt } from "../../diagram/index.ts";
import type { RunState, TaskState } from "./task-state.ts";

/**
 * A run as a Mermaid gantt chart: what is over up to the day it was over, the rest as it is due, or expected, now. Steps that an answer
 * or a decision has ruled out are not in it.
 */
export function runTimeline(title: string, state: RunState, timeZone: string): string {
  const ends = new Map<StepId, CivilDate>();
  const bars: GanttBar[] = [];
  for (const task of state.tasks.filter(({ isLeftOut }) => !isLeftOut)) {
    const released = task.dependsOn
      .flatMap((step) => ends.get(step) ?? [])
      .sort()
      .at(-1);
    const bar = barOf(task, released, timeZone);
    ends.set(task.step, bar.lastDay);
    bars.push(bar);
  }
  return mermaidGantt(title, bars);
}

/** `released` is the day the last step before it is over, or expected to be; nothing when it waits for nobody. */
function barOf(task: TaskState, released: CivilDate | undefined, timeZone: string): GanttBar {
  const { title, kind, critical, plannedStart, dueDate, forecastDate, endedAt, status } = task;
  const expected = forecastDate > dueDate ? forecastDate : dueDate;
  const lastDay = endedAt === undefined ? expected : civilToday(endedAt, timeZone);
  const begin = released !== undefined && released > plannedStart ? released : plannedStart;
  const firstDay = begin < lastDay ? begin : lastDay;
  const progress = endedAt !== undefined ? "done" : status === "ready" ? "active" : "planned";
  return { title, kind, firstDay, lastDay, critical, progress };
}
