import { addCalendarDays, type CivilDate, toEpochDay, weekdayOf } from "../calendar/index.ts";
import type { RoleId } from "../definition/index.ts";
import type { MeasureFrame } from "./measure-frame.ts";
import { peopleNow } from "./people-now.ts";
import type { RunRecord, TaskRecord } from "./run-record.ts";
import { isLateTask } from "./task-standing.ts";

/** A task with the run it belongs to. */
export interface RunTask {
  readonly run: RunRecord;
  readonly task: TaskRecord;
}

/** Whose work is looked at: a person's, by GitHub login in capitals or not, or that of everybody some roles have given steps to. */
export type Whose = { readonly login: string } | { readonly roles: readonly RoleId[] };

/** What is on somebody's desk, over all runs that go on. Each list has the earliest date first; a task is in one of them. */
export interface OpenWork {
  /** It is their turn, and the promised date is past. */
  readonly late: readonly RunTask[];
  /** It is their turn, and it is due by Sunday. */
  readonly thisWeek: readonly RunTask[];
  /** It is their turn, and it is due later. */
  readonly canBegin: readonly RunTask[];
  /** Its turn comes when steps before it are over; {@link awaitedBefore} tells which. */
  readonly waiting: readonly RunTask[];
  /** Tasks of others that wait for one whose turn it is. */
  readonly waitingForThem: readonly RunTask[];
  /** Done in the last fourteen days, newest first. */
  readonly doneLately: readonly RunTask[];
}

const lately = 14;

/** The work of a person or a role. Somebody nobody knows has none. */
export function openWorkOf(
  whose: Whose,
  runs: readonly RunRecord[],
  { today, dateOf }: Pick<MeasureFrame, "today" | "dateOf">,
): OpenWork {
  const sunday = addCalendarDays(today, 7 - weekdayOf(toEpochDay(today)));
  const all = runs.flatMap((run) => run.tasks.map((task): RunTask => ({ run, task })));
  const isTheirs = ({ task }: RunTask) =>
    "login" in whose ? hasNow(task, whose.login) : whose.roles.some((role) => task.roles.includes(role));
  const running = all.filter(({ run }) => run.outcome === "running");
  const open = running.filter(({ task }) => isOpen(task)).toSorted(byDate);
  const own = open.filter(isTheirs);
  const turns = own.filter(({ task }) => isTurn(task));
  const isLate = ({ run, task }: RunTask) => isLateTask(task, run, today);
  const inTime = turns.filter((one) => !isLate(one));
  const since = addCalendarDays(today, -lately);
  return {
    late: turns.filter(isLate),
    thisWeek: inTime.filter(({ task }) => task.dueDate <= sunday),
    canBegin: inTime.filter(({ task }) => task.dueDate > sunday),
    waiting: own.filter(({ task }) => !isTurn(task)),
    waitingForThem: open.filter(
      (one) => !isTheirs(one) && turns.some(({ run, task }) => run === one.run && waitsFor(one.task, task)),
    ),
    doneLately: all
      .filter(
        (one) => one.task.status === "done" && isTheirs(one) && (endedOn(one.task, dateOf) ?? "") >= since,
      )
      .toSorted((a, b) => ((a.task.endedAt ?? "") < (b.task.endedAt ?? "") ? 1 : -1)),
  };
}

/** Whether a task is somebody's now. */
export function hasNow(task: TaskRecord, login: string): boolean {
  return peopleNow(task).some((name) => name.toLowerCase() === login.toLowerCase());
}

/** Whether it is a task's turn: it can be done, or an answer to it is awaited. */
export function isTurn({ status, isAsked }: TaskRecord): boolean {
  return status === "ready" || (status === "planned" && isAsked === true);
}

/** Whether a task is still to be done. */
export function isOpen({ status }: TaskRecord): boolean {
  return status === "ready" || status === "planned";
}

function waitsFor({ dependsOn = [] }: TaskRecord, { step }: TaskRecord): boolean {
  return dependsOn.includes(step);
}

/** The day a task ended; absent while it has not, or nobody knows. */
export function endedOn({ endedAt }: TaskRecord, dateOf: MeasureFrame["dateOf"]): CivilDate | undefined {
  return endedAt === undefined ? undefined : dateOf(endedAt);
}

function byDate(a: RunTask, b: RunTask): number {
  return a.task.dueDate < b.task.dueDate ? -1 : a.task.dueDate > b.task.dueDate ? 1 : 0;
}
