import { addCalendarDays, type CivilDate, toEpochDay, weekdayOf } from "../../core/calendar/index.ts";
import { isHeldUpTask, isLateTask, type RunRecord, type TaskRecord } from "../../core/metrics/index.ts";
import { dayAndMonth, siteText } from "../../core/text/index.ts";
import type { Site } from "./site.ts";
import { taskAddress } from "./task-address.ts";

/** A task that is still to be done. */
export interface DueTask {
  readonly title: string;
  /** Its issue, while it has none the step in the handbook, and where that has it no longer the run. */
  readonly href: string;
  readonly run: string;
  readonly runHref: string;
  readonly people: readonly string[];
  readonly due: CivilDate;
  readonly dueText: string;
  readonly isLate: boolean;
  /** Whether its date is past while it waits for a step before it. */
  readonly isHeldUp: boolean;
  readonly isReady: boolean;
}

/** Tasks that belong together under one heading. */
export interface TaskGroup {
  readonly id: string;
  readonly title: string;
  readonly tasks: readonly DueTask[];
}

/** What the calendar shows: the open tasks of running runs, by week, with the late ones and those that wait for them first, and by person. */
export interface CalendarPage {
  readonly weeks: readonly TaskGroup[];
  readonly people: readonly TaskGroup[];
  readonly total: number;
}

/** The calendar on the day the site is built. */
export function calendarPage(site: Site): CalendarPage {
  const tasks = site.runs
    .filter(({ outcome }) => outcome === "running")
    .flatMap((run) => run.tasks.filter(isOpen).map((task) => dueTask(task, run, site)))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.title < b.title ? -1 : 1));
  const late = tasks.filter(({ isLate }) => isLate);
  const heldUp = tasks.filter(({ isHeldUp }) => isHeldUp);
  const byWeek = Map.groupBy(
    tasks.filter(({ isLate, isHeldUp }) => !isLate && !isHeldUp),
    ({ due }) => mondayOf(due),
  );
  const names = [...new Set(tasks.flatMap(({ people }) => people))].sort();
  const nobody = tasks.filter(({ people }) => people.length === 0);
  return {
    total: tasks.length,
    weeks: [
      ...(late.length > 0 ? [{ id: "late", title: siteText.calendar.late, tasks: late }] : []),
      ...(heldUp.length > 0 ? [{ id: "held-up", title: siteText.calendar.heldUp, tasks: heldUp }] : []),
      ...[...byWeek].map(([monday, own]) => ({
        id: `week-${monday}`,
        title: siteText.calendar.week(dayAndMonth(monday), dayAndMonth(addCalendarDays(monday, 6))),
        tasks: own,
      })),
    ],
    people: !site.shows.people
      ? []
      : [
          ...names.map((name) => ({
            id: `person-${name.toLowerCase()}`,
            title: name,
            tasks: tasks.filter(({ people }) => people.includes(name)),
          })),
          ...(nobody.length > 0 ? [{ id: "nobody", title: siteText.processPage.nobody, tasks: nobody }] : []),
        ],
  };
}

function isOpen({ status }: TaskRecord): boolean {
  return status === "planned" || status === "ready";
}

function dueTask(task: TaskRecord, run: RunRecord, site: Site): DueTask {
  return {
    title: task.title,
    href: taskAddress(task, run, site),
    run: run.title,
    runHref: run.issue.url,
    people: task.assignees,
    due: task.dueDate,
    dueText: dayAndMonth(task.dueDate),
    isLate: isLateTask(task, run, site.today),
    isHeldUp: isHeldUpTask(task, run, site.today),
    isReady: task.status === "ready",
  };
}

function mondayOf(date: CivilDate): CivilDate {
  return addCalendarDays(date, 1 - weekdayOf(toEpochDay(date)));
}
