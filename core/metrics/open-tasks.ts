import { addCalendarDays, type CivilDate, toEpochDay, weekdayOf } from "../calendar/index.ts";
import { text } from "../text/index.ts";
import { countOf, type Figure } from "./figure.ts";
import { hasNow, isOpen, type RunTask } from "./open-work.ts";
import { peopleNow } from "./people-now.ts";
import type { RunRecord } from "./run-record.ts";
import { isHeldUpTask, isLateTask } from "./task-standing.ts";

/** The open tasks of all runs that go on, each list by promised date and then by title. */
export interface OpenTasks {
  readonly total: Figure;
  readonly late: readonly RunTask[];
  readonly heldUp: readonly RunTask[];
  /** All others, by the week they are promised for. */
  readonly weeks: readonly {
    readonly monday: CivilDate;
    readonly sunday: CivilDate;
    /** Whether the day of the count is in it. */
    readonly isThisWeek: boolean;
    readonly tasks: readonly RunTask[];
  }[];
  /** All of them, by login; a task of two people is with both. */
  readonly people: ReadonlyMap<string, readonly RunTask[]>;
  /** Those that nobody has. */
  readonly nobody: readonly RunTask[];
}

/** What is open on a day, over all runs. Without runs that go on every list is empty. */
export function openTasksOf(runs: readonly RunRecord[], today: CivilDate): OpenTasks {
  const tasks = runs
    .filter(({ outcome }) => outcome === "running")
    .flatMap((run) => run.tasks.filter(isOpen).map((task): RunTask => ({ run, task })))
    .toSorted(byDateAndTitle);
  const late = tasks.filter(({ run, task }) => isLateTask(task, run, today));
  const heldUp = tasks.filter(({ run, task }) => isHeldUpTask(task, run, today));
  const isElsewhere = new Set([...late, ...heldUp]);
  const weeks = Map.groupBy(
    tasks.filter((one) => !isElsewhere.has(one)),
    ({ task }) => mondayOf(task.dueDate),
  );
  const logins = new Map(
    tasks.flatMap(({ task }) => peopleNow(task)).map((name) => [name.toLowerCase(), name]),
  );
  return {
    total: countOf(tasks.length, text.figures.open),
    late,
    heldUp,
    weeks: [...weeks].map(([monday, own]) => ({
      monday,
      sunday: addCalendarDays(monday, 6),
      isThisWeek: monday === mondayOf(today),
      tasks: own,
    })),
    people: new Map(
      [...logins.values()].sort().map((login) => [login, tasks.filter(({ task }) => hasNow(task, login))]),
    ),
    nobody: tasks.filter(({ task }) => peopleNow(task).length === 0),
  };
}

function mondayOf(date: CivilDate): CivilDate {
  return addCalendarDays(date, 1 - weekdayOf(toEpochDay(date)));
}

function byDateAndTitle({ task: a }: RunTask, { task: b }: RunTask): number {
  if (a.dueDate !== b.dueDate) return a.dueDate < b.dueDate ? -1 : 1;
  return a.title < b.title ? -1 : 1;
}
