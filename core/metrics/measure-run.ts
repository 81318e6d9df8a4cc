import { type CivilDate, type EpochDay, toEpochDay, type WorkCalendar } from "../calendar/index.ts";
import type { RoleId, StepId } from "../definition/index.ts";
import { endOfRun, type SlippingDate } from "../plan/index.ts";
import { text } from "../text/index.ts";
import { approvalsNotGiven } from "./approvals-not-given.ts";
import { countOf, type Figure, measured, type ShareFigure, shareOf } from "./figure.ts";
import type { MeasureFrame } from "./measure-frame.ts";
import { type CauseRecord, causesOf, type RootCause } from "./root-causes.ts";
import type { RunRecord, TaskRecord } from "./run-record.ts";
import { isLateTask } from "./task-standing.ts";

/** How one task went, or goes. */
export interface TaskFigures {
  readonly step: StepId;
  readonly title: string;
  readonly roles: readonly RoleId[];
  /** The date it is measured against: see {@link agreedDate}. */
  readonly agreedDate: CivilDate;
  /** The day it ended; absent while it has not, or when it never had to. */
  readonly endedOn?: CivilDate | undefined;
  /** Business days from the agreed date to its end: negative is early; absent unless it is done. */
  readonly slipBusinessDays?: number | undefined;
  /** Whether it is its turn and its due date is past. */
  readonly isLateNow: boolean;
  /** Whether it was done in time; absent for what is not done and not late, since nobody can tell yet. */
  readonly isOnTime?: boolean | undefined;
  /** Business days from the day it was ready to the day it was done. */
  readonly cycleTimeBusinessDays?: number | undefined;
  readonly reopenCount: number;
  /** The first reaction to its turn; absent where none is asked for in a given time, or its turn has not come. */
  readonly respond?: ReactionFigures | undefined;
}

/** How soon whoever had a task reacted to its turn, in working time. */
export interface ReactionFigures {
  readonly targetMinutes: number;
  /** Until the reaction, or so far. */
  readonly minutes: number;
  readonly hasReacted: boolean;
  /** Whether the reaction came in time; absent while there is none and there is still time. */
  readonly isInTime?: boolean | undefined;
}

/** How one run went, or goes. */
export interface RunFigures {
  readonly tasks: readonly TaskFigures[];
  readonly onTime: ShareFigure;
  /** From start to end, or to today while it runs; the note says which. */
  readonly leadTime: Figure;
  readonly plannedLeadTime: Figure;
  /** Tasks done late, and open ones that are late now. */
  readonly late: Figure;
  /** Approvals that were left out and so not given. */
  readonly notApproved: Figure;
  readonly lateNow: Figure;
  /** Tasks that are over, of all that the run needs. */
  readonly ended: ShareFigure;
  /** The anchor date, or the end of a run that begins with that, where it is at risk; absent while it holds, and once the run is over. */
  readonly atRisk?: SlippingDate | undefined;
  readonly causes: ReadonlyMap<RootCause, readonly CauseRecord[]>;
}

/** Measures a run. Skipped and cancelled tasks have no slip; cycle time counts from ready to done, since nobody can see when work began. */
export function measureRun(record: RunRecord, frame: MeasureFrame): RunFigures {
  const { figures } = text;
  const tasks = record.tasks.map((task) => measureTask(task, record, frame));
  const judged = tasks.filter(({ isOnTime }) => isOnTime !== undefined);
  const late = judged.filter(({ isOnTime }) => isOnTime === false).length;
  const start = toEpochDay(frame.dateOf(record.startedAt));
  const planned = Math.max(start, ...record.tasks.map((task) => toEpochDay(task.baselineDueDate)));
  const calendar = frame.calendarOf(record.process);
  const since = (end: EpochDay) => calendar.businessDaysBetween(start, end);
  const needed = record.tasks.filter(({ status }) => status !== "cancelled");
  const ended = needed.filter(({ status }) => status === "done" || status === "skipped");
  return {
    tasks,
    onTime: shareOf(judged.length - late, judged.length, figures.onTime),
    leadTime:
      record.endedAt === undefined
        ? measured(since(toEpochDay(frame.today)), figures.leadTimeSoFar)
        : measured(since(toEpochDay(frame.dateOf(record.endedAt))), figures.leadTime),
    plannedLeadTime: measured(since(planned), figures.plannedLeadTime),
    late: countOf(late, figures.late),
    notApproved: countOf(approvalsNotGiven(record).length, figures.notApproved),
    lateNow: countOf(tasks.filter(({ isLateNow }) => isLateNow).length, figures.lateNow),
    ended: shareOf(ended.length, needed.length, figures.ended),
    atRisk: dateAtRisk(record, frame),
    causes: causesOf(record, tasks),
  };
}

function dateAtRisk(run: RunRecord, { calendarOf, today }: MeasureFrame): SlippingDate | undefined {
  if (run.outcome !== "running") return undefined;
  const needed = run.tasks.filter(({ status }) => status !== "cancelled");
  const tasks = needed.map((task) => ({
    isOver: task.status === "done" || task.status === "skipped",
    isLate: isLateTask(task, run, today),
    dueDate: task.dueDate,
    expectedDate: task.expectedDate ?? task.dueDate,
  }));
  const anchor = { date: run.anchorDate, isStart: run.startsAtAnchor === true };
  return endOfRun(tasks, anchor, calendarOf(run.process)).atRisk;
}

/**
 * The date a task is measured against: the one in force when its turn came. Records of older versions do not hold it; then it is
 * the due date it ended with, which moved with the run and with what came before it.
 */
export function agreedDate({ agreedDueDate, dueDate }: TaskRecord): CivilDate {
  return agreedDueDate ?? dueDate;
}

function measureTask(
  task: TaskRecord,
  run: RunRecord,
  { calendarOf, dateOf, today }: MeasureFrame,
): TaskFigures {
  const calendar = calendarOf(run.process);
  const { step, title, roles, reopenCount, endedAt } = task;
  const agreed = agreedDate(task);
  const isLateNow = isLateTask(task, run, today);
  const endedOn = endedAt === undefined ? undefined : dateOf(endedAt);
  const common = {
    step,
    title,
    roles,
    agreedDate: agreed,
    endedOn,
    isLateNow,
    reopenCount,
    ...reaction(task),
  };
  if (endedOn === undefined || task.status !== "done")
    return { ...common, ...(isLateNow && { isOnTime: false }) };
  const end = toEpochDay(endedOn);
  const ready = task.readyAt === undefined ? undefined : toEpochDay(dateOf(task.readyAt));
  const slipBusinessDays = slipOf(toEpochDay(agreed), end, calendar);
  return {
    ...common,
    slipBusinessDays,
    isOnTime: slipBusinessDays <= 0,
    cycleTimeBusinessDays:
      ready === undefined ? undefined : Math.max(0, calendar.businessDaysBetween(ready, end)),
  };
}

function reaction({ respond }: TaskRecord): Pick<TaskFigures, "respond"> {
  if (respond?.minutes === undefined) return {};
  const { targetMinutes, minutes, respondedAt } = respond;
  const isMissed = minutes > targetMinutes;
  const hasReacted = respondedAt !== undefined;
  const isInTime = isMissed ? false : hasReacted ? true : undefined;
  return { respond: { targetMinutes, minutes, hasReacted, ...(isInTime !== undefined && { isInTime }) } };
}

/** Done after its date and before the next business day is a day late too: the date had been agreed all the same. */
function slipOf(agreed: EpochDay, end: EpochDay, calendar: WorkCalendar): number {
  const days = calendar.businessDaysBetween(agreed, end);
  return end > agreed && days === 0 ? 1 : days;
}
