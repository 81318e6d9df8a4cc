import { type CivilDate, civilToday } from "../../calendar/index.ts";
import type { StepId } from "../../definition/index.ts";
import { type GanttBar, inSections, mermaidGantt, withHour } from "../../diagram/index.ts";
import { ledgerIn } from "../ledger/notes-of.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import { promisedDays } from "./promised-days.ts";
import type { RunState, TaskState } from "./task-state.ts";

/**
 * A run as a Mermaid gantt chart: what is over up to the day it was over, the rest as it is due, or expected, now. Steps that an answer
 * or a decision has ruled out are not in it. Phases are sections.
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
  return mermaidGantt(title, inSections(title, bars));
}

/** The first and the last date of the run that a step is, as its own ledger has promised them; nothing for every other step. */
function spanOfChild({ issue }: TaskState): { firstDay: CivilDate; lastDay: CivilDate } | undefined {
  const child = issue && isChildRun(issue) ? ledgerIn(issue) : undefined;
  const days = child ? [...promisedDays(child).values()] : [];
  const [firstDay, lastDay] = [
    days.map(([start]) => start).sort()[0],
    days
      .map(([, due]) => due)
      .sort()
      .at(-1),
  ];
  return firstDay === undefined || lastDay === undefined ? undefined : { firstDay, lastDay };
}

/** `released` is the day the last step before it is over, or expected to be; nothing when it waits for nobody. */
function barOf(task: TaskState, released: CivilDate | undefined, timeZone: string): GanttBar {
  const { title, kind, critical, plannedStart, expectedDate, endedAt, status } = task;
  const lastDay = endedAt === undefined ? expectedDate : civilToday(endedAt, timeZone);
  const begin = released !== undefined && released > plannedStart ? released : plannedStart;
  const firstDay = begin < lastDay ? begin : lastDay;
  const span = spanOfChild(task);
  const progress = endedAt !== undefined ? "done" : status === "ready" ? "active" : "planned";
  const isOpenRun = span !== undefined && endedAt === undefined;
  return {
    title: withHour(title, task.definition?.dueTime),
    kind,
    firstDay: isOpenRun && span.firstDay < lastDay ? span.firstDay : firstDay,
    lastDay: isOpenRun && span.lastDay > lastDay ? span.lastDay : lastDay,
    critical,
    progress,
    section: task.definition?.phase,
  };
}
