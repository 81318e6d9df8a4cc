import type { CivilDate } from "../../core/calendar/index.ts";
import type { ProcessId, RoleId } from "../../core/definition/index.ts";
import {
  type Figure,
  isHeldUpTask,
  isLateTask,
  isTurn,
  openTasksOf,
  peopleNow,
  type RunTask,
} from "../../core/metrics/index.ts";
import { dayAndMonth, siteText } from "../../core/text/index.ts";
import { addressesUnder } from "./addresses.ts";
import { expectedWords } from "./expected-words.ts";
import { hasPage } from "./person-page.ts";
import type { Site } from "./site.ts";
import { taskAddress } from "./task-address.ts";

/** A task that is still to be done. */
export interface DueTask {
  readonly title: string;
  /** Its issue, while it has none the step in the handbook, and where that has it no longer the run. */
  readonly href: string;
  readonly run: string;
  readonly runHref: string;
  readonly process: ProcessId;
  readonly roles: readonly RoleId[];
  readonly people: readonly string[];
  /** Those outside the team it is with; empty where a role of the team has it. */
  readonly outside: readonly string[];
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
  /** Whether it waits to be unfolded: what is neither late nor due this week can wait. */
  readonly isFolded: boolean;
  readonly tasks: readonly DueTask[];
}

/** The open tasks of one person, or of nobody. */
export interface PersonTasks {
  /** Absent for nobody. */
  readonly login?: string | undefined;
  readonly title: string;
  /** The person's page; nothing for who has none. */
  readonly href?: string | undefined;
  readonly tasks: readonly DueTask[];
}

/** What the list can be narrowed to: each a value and its words, in order of the words. */
export interface CalendarFilters {
  readonly people: readonly FilterChoice[];
  readonly roles: readonly FilterChoice[];
  readonly processes: readonly FilterChoice[];
}

export type FilterChoice = readonly [value: string, text: string];

/** What the calendar shows: the open tasks of running runs, by week, with the late ones first and those that wait for them, and by person. */
export interface CalendarPage {
  readonly weeks: readonly TaskGroup[];
  readonly people: readonly PersonTasks[];
  readonly filters: CalendarFilters;
  readonly total: Figure;
}

/** The calendar on the day the site is built. */
export function calendarPage(site: Site): CalendarPage {
  const { total, late, heldUp, weeks, people, nobody } = openTasksOf(site.runs, site.today);
  const words = siteText.calendar;
  const { person } = addressesUnder(site.settings.base);
  const group = (
    id: string,
    title: string,
    tasks: readonly RunTask[],
    isFolded: boolean = false,
  ): TaskGroup => ({
    id,
    title,
    isFolded,
    tasks: tasks.map((one) => dueTask(one, site)),
  });
  const isFilled = ({ tasks }: Pick<TaskGroup, "tasks">) => tasks.length > 0;
  const filled = [
    group("late", words.late, late),
    ...weeks.map(({ monday, sunday, isThisWeek, tasks }) =>
      group(
        `week-${monday}`,
        isThisWeek ? words.thisWeek : words.week(dayAndMonth(monday), dayAndMonth(sunday)),
        tasks,
        !isThisWeek,
      ),
    ),
    group("held-up", words.heldUp, heldUp, true),
  ].filter(isFilled);
  return {
    total,
    // Where nothing is late or due this week, what comes first stands open.
    weeks: filled.map((one, index) => (index === 0 ? { ...one, isFolded: false } : one)),
    people: site.shows.people
      ? [
          ...[...people].map(([login, tasks]) => ({
            login,
            title: site.nameOf(login),
            href: hasPage(login, site) ? person(login) : undefined,
            tasks: tasks.map((one) => dueTask(one, site)),
          })),
          { title: siteText.processPage.nobody, tasks: nobody.map((one) => dueTask(one, site)) },
        ].filter(isFilled)
      : [],
    filters: filtersOf(
      filled.flatMap(({ tasks }) => tasks),
      site,
    ),
  };
}

function filtersOf(tasks: readonly DueTask[], { handbook, nameOf }: Site): CalendarFilters {
  const choices = (values: readonly string[], textOf: (value: string) => string): FilterChoice[] =>
    [...new Set(values)]
      .map((value): FilterChoice => [value, textOf(value)])
      .sort(([, a], [, b]) => a.localeCompare(b));
  return {
    people: choices(
      tasks.flatMap(({ people }) => people),
      nameOf,
    ),
    roles: choices(
      tasks.flatMap(({ roles }) => roles),
      (role) => handbook.roles.get(role)?.title ?? role,
    ),
    processes: choices(
      tasks.map(({ process }) => process),
      (process) => handbook.processes.get(process)?.title ?? process,
    ),
  };
}

function dueTask({ run, task }: RunTask, site: Site): DueTask {
  return {
    title: task.title,
    href: taskAddress(task, run, site),
    run: run.title,
    runHref: addressesUnder(site.settings.base).run(run.issue.number),
    process: run.process,
    roles: task.roles,
    people: peopleNow(task),
    outside: task.roles.flatMap((id) => {
      const role = site.handbook.roles.get(id);
      return role?.isOutside ? [siteText.lists.outside(role.title)] : [];
    }),
    due: task.dueDate,
    dueText: `${dayAndMonth(task.dueDate)}${task.dueTime === undefined ? "" : `, ${task.dueTime}`}`,
    expected: expectedWords(task, run, site),
    isLate: isLateTask(task, run, site.today),
    isHeldUp: isHeldUpTask(task, run, site.today),
    isReady: isTurn(task),
  };
}
