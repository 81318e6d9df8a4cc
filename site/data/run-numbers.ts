import { type CivilDate, civilToday, toEpochDay } from "../../core/calendar/index.ts";
import { type MeasureFrame, measureRun, type RunMetrics, type RunRecord } from "../../core/metrics/index.ts";
import type { Site } from "./site.ts";

/** How one run went, or goes. */
export interface RunNumbers {
  /** From the day it began to the day it ended, or to today while it runs. */
  readonly leadTimeBusinessDays: number;
  readonly plannedLeadTimeBusinessDays: number;
  /** Tasks that ended after their first due date, and those whose due date has passed. */
  readonly lateTasks: number;
  /** Tasks that are over: done or skipped. */
  readonly endedTasks: number;
  readonly allTasks: number;
  readonly metrics: RunMetrics;
}

/** Counts what the record of a run says on the day the site is built. */
export function runNumbers(run: RunRecord, site: Site): RunNumbers {
  const frame = measureFrame(site);
  const metrics = measureRun(run, frame);
  const counted = run.tasks.filter(({ status }) => status !== "cancelled");
  const sinceStart = frame.calendar.businessDaysBetween(
    toEpochDay(frame.dateOf(run.startedAt)),
    toEpochDay(site.today),
  );
  return {
    leadTimeBusinessDays: metrics.leadTimeBusinessDays ?? sinceStart,
    plannedLeadTimeBusinessDays: metrics.plannedLeadTimeBusinessDays,
    lateTasks:
      metrics.tasks.filter(({ slipBusinessDays = 0 }) => slipBusinessDays > 0).length +
      run.tasks.filter((task) => isOverdue(task, site.today)).length,
    endedTasks: counted.filter(({ status }) => status === "done" || status === "skipped").length,
    allTasks: counted.length,
    metrics,
  };
}

/** Whether a task is not over although its due date has passed. */
export function isOverdue(
  { status, dueDate }: Pick<RunRecord["tasks"][number], "status" | "dueDate">,
  today: CivilDate,
): boolean {
  return (status === "planned" || status === "ready") && dueDate < today;
}

/** What runs are measured with: the handbook's calendar and time zone. */
function measureFrame({ calendar, handbook }: Site): MeasureFrame {
  return { calendar, dateOf: (instant) => civilToday(instant, handbook.config.timeZone) };
}
