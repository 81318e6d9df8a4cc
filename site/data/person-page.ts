import type { Role } from "../../core/definition/index.ts";
import { peopleNow } from "../../core/metrics/index.ts";
import { rememberEach } from "../../core/remember-each.ts";
import { addressesUnder } from "./addresses.ts";
import { awayWords } from "./away-words.ts";
import type { Link } from "./role-link.ts";
import type { Site } from "./site.ts";
import { type WorkLists, workLists } from "./work-lists.ts";

/** What the page of a person shows. */
export interface PersonPage {
  readonly login: string;
  /** What they are called; the login where that is not known. */
  readonly name: string;
  readonly roles: readonly Link[];
  /** Roles of others that they fill while all of those are away. */
  readonly standsIn: readonly Link[];
  /** Who fills their roles while they are away. */
  readonly deputies: readonly Link[];
  /** Stretches of days from today on, in words; absent where absences are not shown. */
  readonly away?: readonly string[] | undefined;
  /** Absent where runs are not shown. */
  readonly work?: WorkLists | undefined;
}

/** The logins that have a page, in order; none where people are not shown. */
export function peopleOf(site: Site): readonly string[] {
  return [...loginsOf(site).values()];
}

/** Whether a login, in large or small letters, has a page. */
export function hasPage(login: string, site: Site): boolean {
  return loginsOf(site).has(login.toLowerCase());
}

/** By login in small letters, in order. */
const loginsOf: (site: Site) => ReadonlyMap<string, string> = rememberEach(findPeople);

/** Whoever has a role, stands in for one, or has a step. A login is letters, digits and dashes; what is none has no page. */
function findPeople({ handbook, runs, shows }: Site): Map<string, string> {
  if (!shows.people) return new Map();
  const inRoles = [...handbook.roles.values()].flatMap((role) => [...role.people, ...role.deputies]);
  const inRuns = runs.flatMap((run) => run.tasks.flatMap((task) => [...task.assignees, ...peopleNow(task)]));
  const byLogin = new Map<string, string>();
  for (const login of [...inRoles, ...inRuns])
    if (/^[a-z\d-]+$/i.test(login) && !byLogin.has(login.toLowerCase()))
      byLogin.set(login.toLowerCase(), login);
  return new Map([...byLogin].sort(([a], [b]) => (a < b ? -1 : 1)));
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
    name: site.nameOf(login),
    roles: roleLinks(own),
    standsIn: roleLinks(all.filter((role) => role.deputies.some(isThem))),
    deputies: [...deputies].map((name) => ({ text: site.nameOf(name), href: addresses.person(name) })),
    away: shows.absences ? awayWords(login, site) : undefined,
    work: shows.runs ? workLists({ login }, site) : undefined,
  };
}
