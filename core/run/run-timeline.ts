import { civilToday } from "../calendar/index.ts";
import { type GanttBar, mermaidGantt } from "../diagram/index.ts";
import type { RunState, TaskState } from "./task-state.ts";

/**
 * A run as a Mermaid gantt chart: what is over up to the day it was over, the rest as it is due, or expected, now. Steps that an answer
 * or a decision has ruled out are not in it.
 */
export function runTimeline(title: string, state: RunState, timeZone: string): string {
  const kept = state.tasks.filter((task) => !task.isLeftOut);
  return mermaidGantt(
    title,
    kept.map((task) => barOf(task, timeZone)),
  );
}

function barOf(task: TaskState, timeZone: string): GanttBar {
  const { title, kind, critical, plannedStart, dueDate, forecastDate, endedAt, status } = task;
  const expected = status === "planned" && forecastDate > dueDate ? forecastDate : dueDate;
  const lastDay = endedAt === undefined ? expected : civilToday(endedAt, timeZone);
  const firstDay = plannedStart < lastDay ? plannedStart : lastDay;
  const progress = endedAt !== undefined ? "done" : status === "ready" ? "active" : "planned";
  return { title, kind, firstDay, lastDay, critical, progress };
}
