import { type CivilDate, type EpochDay, toEpochDay, type WorkCalendar } from "../calendar/index.ts";
import type { StepId } from "../definition/index.ts";
import type { DeviationRecord, Instant, RunRecord, TaskRecord } from "./run-record.ts";

/** How one task went against its first plan. */
export interface TaskMetrics {
  readonly step: StepId;
  readonly title: string;
  readonly baselineDueDate: CivilDate;
  /** The day it ended; absent while it has not, or when it never had to. */
  readonly endedOn?: CivilDate | undefined;
  /** Business days from its planned due date to its end: negative is early; absent while it has not ended. */
  readonly slipBusinessDays?: number | undefined;
  /** Business days from the day it was ready to the day it ended. */
  readonly cycleTimeBusinessDays?: number | undefined;
  readonly reopenCount: number;
}

/** The causes that departures are grouped by: what a change of the handbook would mend. */
export type RootCause =
  | "missing-step"
  | "needless-step"
  | "wrong-person"
  | "wrong-estimate"
  | "wrong-order"
  | "rework";

/** How one run went against its first plan. */
export interface RunMetrics {
  readonly tasks: readonly TaskMetrics[];
  /** Share of the tasks that ended on or before their planned due date, from 0 to 1; absent when none has ended. */
  readonly onTimeShare?: number | undefined;
  /** Business days from the start to the last end, planned and actual. */
  readonly plannedLeadTimeBusinessDays: number;
  readonly leadTimeBusinessDays?: number | undefined;
  readonly causes: ReadonlyMap<RootCause, readonly DeviationRecord[]>;
}

/** What is measured with: the calendar, and the date of an instant in the handbook's time zone. */
export interface MeasureFrame {
  readonly calendar: WorkCalendar;
  readonly dateOf: (instant: Instant) => CivilDate;
}

/** Measures a run. Skipped and cancelled tasks have no slip; cycle time counts from ready to done, since nobody can see when work began. */
export function measureRun(record: RunRecord, frame: MeasureFrame): RunMetrics {
  const tasks = record.tasks.map((task) => measureTask(task, frame));
  const slips = tasks.flatMap(({ slipBusinessDays }) => slipBusinessDays ?? []);
  const start = toEpochDay(frame.dateOf(record.startedAt));
  const planned = Math.max(start, ...record.tasks.map((task) => toEpochDay(task.baselineDueDate)));
  const between = (end: EpochDay) => frame.calendar.businessDaysBetween(start, end);
  return {
    tasks,
    onTimeShare: slips.length > 0 ? slips.filter((slip) => slip <= 0).length / slips.length : undefined,
    plannedLeadTimeBusinessDays: between(planned),
    leadTimeBusinessDays:
      record.endedAt === undefined ? undefined : between(toEpochDay(frame.dateOf(record.endedAt))),
    causes: causesOf(record.deviations, tasks, record),
  };
}

function measureTask(task: TaskRecord, { calendar, dateOf }: MeasureFrame): TaskMetrics {
  const { step, title, baselineDueDate, reopenCount } = task;
  const endedOn = task.endedAt === undefined ? undefined : dateOf(task.endedAt);
  if (endedOn === undefined || task.status !== "done")
    return { step, title, baselineDueDate, endedOn, reopenCount };
  const end = toEpochDay(endedOn);
  const ready = task.readyAt === undefined ? undefined : toEpochDay(dateOf(task.readyAt));
  return {
    step,
    title,
    baselineDueDate,
    endedOn,
    slipBusinessDays: calendar.businessDaysBetween(toEpochDay(baselineDueDate), end),
    cycleTimeBusinessDays:
      ready === undefined ? undefined : Math.max(0, calendar.businessDaysBetween(ready, end)),
    reopenCount,
  };
}

const causeOf: Readonly<Record<DeviationRecord["kind"], RootCause>> = {
  added: "missing-step",
  skipped: "needless-step",
  "handed-over": "wrong-person",
  moved: "wrong-estimate",
  "closed-early": "wrong-order",
  reopened: "rework",
};

/** Departures by cause; a task that ended late without any is a wrong estimate too. */
function causesOf(
  deviations: readonly DeviationRecord[],
  tasks: readonly TaskMetrics[],
  record: RunRecord,
): Map<RootCause, DeviationRecord[]> {
  const late = tasks
    .filter((task) => (task.slipBusinessDays ?? 0) > 0)
    .filter(
      (task) =>
        !deviations.some(({ kind, step }) => kind === "moved" && (step === task.step || step === null)),
    )
    .map(
      (task): DeviationRecord => ({
        kind: "moved",
        step: task.step,
        by: "",
        at: record.endedAt ?? record.startedAt,
        reason: "",
      }),
    );
  return Map.groupBy([...deviations, ...late], ({ kind }) => causeOf[kind]);
}
