import type { CivilDate } from "../../core/calendar/index.ts";
import {
  type Figure,
  isHeldUpTask,
  isLateTask,
  isTurn,
  openTasksOf,
  type RunTask,
} from "../../core/metrics/index.ts";
import { dayAndMonth, siteText } from "../../core/text/index.ts";
import { expectedWords } from "./expected-words.ts";
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
  /** When it is expected, where that is after its date, in words. */
  readonly expected?: string | undefined;
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
  readonly total: Figure;
}

/** The calendar on the day the site is built. */
export function calendarPage(site: Site): CalendarPage {
  const { total, late, heldUp, weeks, people, nobody } = openTasksOf(site.runs, site.today);
  const words = siteText.calendar;
  const group = (id: string, title: string, tasks: readonly RunTask[]): TaskGroup => ({
    id,
    title,
    tasks: tasks.map((one) => dueTask(one, site)),
  });
  const isFilled = ({ tasks }: TaskGroup) => tasks.length > 0;
  return {
    total,
    weeks: [
      group("late", words.late, late),
      group("held-up", words.heldUp, heldUp),
      ...weeks.map(({ monday, sunday, tasks }) =>
        group(`week-${monday}`, words.week(dayAndMonth(monday), dayAndMonth(sunday)), tasks),
      ),
    ].filter(isFilled),
    people: site.shows.people
      ? [
          ...[...people].map(([login, tasks]) => group(`person-${login.toLowerCase()}`, login, tasks)),
          group("nobody", siteText.processPage.nobody, nobody),
        ].filter(isFilled)
      : [],
  };
}

function dueTask({ run, task }: RunTask, site: Site): DueTask {
  return {
    title: task.title,
    href: taskAddress(task, run, site),
    run: run.title,
    runHref: run.issue.url,
    people: task.assignees,
    due: task.dueDate,
    dueText: dayAndMonth(task.dueDate),
    expected: expectedWords(task, run, site),
    isLate: isLateTask(task, run, site.today),
    isHeldUp: isHeldUpTask(task, run, site.today),
    isReady: isTurn(task),
  };
}
