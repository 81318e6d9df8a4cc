import type { CivilDate } from "../../core/calendar/index.ts";
import type { Role } from "../../core/definition/index.ts";
import { openWorkOf, type RunTask } from "../../core/metrics/index.ts";
import { dayAndMonth, siteText } from "../../core/text/index.ts";
import { addressesUnder } from "./addresses.ts";
import { awayWords } from "./away-words.ts";
import { expectedWords } from "./expected-words.ts";
import type { Link } from "./role-link.ts";
import { measureFrame } from "./run-figures.ts";
import type { Site } from "./site.ts";
import { taskAddress } from "./task-address.ts";

/** A task on a person's page. */
export interface PersonTask extends Link {
  readonly run: Link;
  /** The promised date. */
  readonly date: CivilDate;
  readonly dateText: string;
  readonly isLate: boolean;
  /** When it is expected, where that is after its date, in words. */
  readonly expected?: string | undefined;
}

/** Tasks under one heading. */
export interface PersonTasks {
  readonly id: string;
  readonly title: string;
  readonly tasks: readonly PersonTask[];
}

/** What the page of a person shows. */
export interface PersonPage {
  readonly login: string;
  readonly roles: readonly Link[];
  /** Roles of others that they fill while all of those are away. */
  readonly standsIn: readonly Link[];
  /** Who fills their roles while they are away. */
  readonly deputies: readonly Link[];
  /** Stretches of days from today on, in words; absent where absences are not shown. */
  readonly away?: readonly string[] | undefined;
  /** Only lists that hold something; absent where runs are not shown. */
  readonly work?: readonly PersonTasks[] | undefined;
}

/** The logins that have a page, in order; none where people are not shown. */
export function peopleOf(site: Site): readonly string[] {
  const known = logins.get(site) ?? findPeople(site);
  logins.set(site, known);
  return known;
}

const logins = new WeakMap<Site, readonly string[]>();

/** Whoever has a role, stands in for one, or has a step. A login is letters, digits and dashes; what is none has no page. */
function findPeople({ handbook, runs, shows }: Site): string[] {
  if (!shows.people) return [];
  const inRoles = [...handbook.roles.values()].flatMap((role) => [...role.people, ...role.deputies]);
  const inRuns = runs.flatMap((run) => run.tasks.flatMap(({ assignees }) => assignees));
  const byLogin = new Map<string, string>();
  for (const login of [...inRoles, ...inRuns])
    if (/^[a-z\d-]+$/i.test(login) && !byLogin.has(login.toLowerCase()))
      byLogin.set(login.toLowerCase(), login);
  return [...byLogin.values()].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}

/** The page of a person, on the day of the site. */
export function personPage(login: string, site: Site): PersonPage {
  const { handbook, settings, shows } = site;
  const addresses = addressesUnder(settings.base);
  const all = [...handbook.roles.values()];
  const isThem = (name: string) => name.toLowerCase() === login.toLowerCase();
  const roleLinks = (roles: readonly Role[]) =>
    roles.map(({ id, title }) => ({ text: title, href: addresses.role(id) }));
  const own = all.filter(({ people }) => people.some(isThem));
  const deputies = new Set(own.flatMap((role) => role.deputies).filter((name) => !isThem(name)));
  return {
    login,
    roles: roleLinks(own),
    standsIn: roleLinks(all.filter((role) => role.deputies.some(isThem))),
    deputies: [...deputies].map((name) => ({ text: name, href: addresses.person(name) })),
    away: shows.absences ? awayWords(login, site) : undefined,
    work: shows.runs ? workOf(login, site) : undefined,
  };
}

function workOf(login: string, site: Site): PersonTasks[] {
  const words = siteText.person;
  const work = openWorkOf(login, site.runs, measureFrame(site));
  const lists = ["late", "thisWeek", "canBegin", "heldUp", "next", "waitingForThem", "doneLately"] as const;
  return lists
    .filter((list) => work[list].length > 0)
    .map((list) => ({
      id: `work--${list}`,
      title: words[list],
      tasks: work[list].map((one) => personTask(one, site, list === "late")),
    }));
}

function personTask({ run, task }: RunTask, site: Site, isLate: boolean): PersonTask {
  return {
    text: task.title,
    href: taskAddress(task, run, site),
    run: { text: run.title, href: run.issue.url },
    date: task.dueDate,
    dateText: dayAndMonth(task.dueDate),
    isLate,
    expected: expectedWords(task, run, site),
  };
}
