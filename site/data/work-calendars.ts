import { isOpen, openWorkOf, type RunTask, type Whose } from "../../core/metrics/index.ts";
import { siteText } from "../../core/text/index.ts";
import { peopleOf } from "./person-page.ts";
import type { Site } from "./site.ts";

/** A calendar to subscribe to. */
export interface WorkCalendarFile {
  /** Its path under the base path. */
  readonly path: string;
  readonly title: string;
  /** Whose it is, where it is a person's: they are reminded on their own business days. */
  readonly person?: string | undefined;
  /** The open tasks it holds, worked out when they are asked for. */
  readonly tasks: () => readonly RunTask[];
}

/** The calendar of a person's open work, under the base path. */
export const personCalendarPath = (login: string) => `people/${login.toLowerCase()}/work.ics`;
/** The calendar of a role's open work. */
export const roleCalendarPath = (role: string) => `roles/${role}/work.ics`;
/** The calendar of a run, by the number of its issue. */
export const runCalendarPath = (issue: number) => `runs/${issue}.ics`;

/** A calendar for each person, each role and each run that goes on; none where runs are not shown, and none of people where these are not. */
export function workCalendars(site: Site): WorkCalendarFile[] {
  const { runs, handbook, shows } = site;
  if (!shows.runs) return [];
  const open = (whose: Whose) => () => {
    const { late, thisWeek, canBegin, waiting } = openWorkOf(whose, runs, site.measureFrame());
    return [...late, ...thisWeek, ...canBegin, ...waiting];
  };
  const running = new Map(
    runs.filter(({ outcome }) => outcome === "running").map((run) => [run.issue.number, run]),
  );
  return [
    ...peopleOf(site).map((login) => ({
      path: personCalendarPath(login),
      person: login,
      title: siteText.work.calendarOf(site.nameOf(login)),
      tasks: open({ login }),
    })),
    ...[...handbook.roles.values()].map(({ id, title }) => ({
      path: roleCalendarPath(id),
      title: siteText.work.calendarOf(title),
      tasks: open({ roles: [id] }),
    })),
    ...[...running.values()].map((run) => ({
      path: runCalendarPath(run.issue.number),
      title: run.title,
      tasks: () => run.tasks.filter(isOpen).map((task) => ({ run, task })),
    })),
  ];
}
