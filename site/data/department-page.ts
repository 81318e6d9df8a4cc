import type { RoleId } from "../../core/definition/index.ts";
import { siteText } from "../../core/text/index.ts";
import { addressesUnder } from "./addresses.ts";
import { awayWords } from "./away-words.ts";
import type { CalendarChart } from "./calendar-chart.ts";
import type { Department } from "./departments.ts";
import type { ProcessLink } from "./home-page.ts";
import type { Link } from "./role-link.ts";
import type { RolePart, RoleProcess } from "./role-page.ts";
import type { Site } from "./site.ts";
import { teamOf } from "./team-of.ts";
import { type WorkLists, workLists } from "./work-lists.ts";

/** Somebody of a team, and when they are away, in words. */
export interface TeamMember extends Link {
  readonly away: string;
}

/** A role of a department; nobody where people are not shown. */
export interface DepartmentRole extends ProcessLink {
  readonly people: readonly TeamMember[];
}

/** A process that needs a department. */
export interface DepartmentProcess extends ProcessLink {
  /** Whether one of its roles looks after the process. */
  readonly owns: boolean;
  /** Steps it does, approves, or brings something to. */
  readonly needed: readonly RolePart[];
  /** Steps before which it is asked, or after which it is told. */
  readonly heard: readonly RolePart[];
}

/** What the page of a department shows. */
export interface DepartmentPage {
  readonly title: string;
  /** How many roles it has and how many processes need it, in a sentence. */
  readonly lead: string;
  readonly roles: readonly DepartmentRole[];
  /** By title, those it looks after first. */
  readonly processes: readonly DepartmentProcess[];
  /** The next weeks of its people; absent where neither absences nor runs are shown, or it has nobody. */
  readonly chart?: CalendarChart | undefined;
  /** The open work of its roles; absent where runs are not shown. */
  readonly work?: WorkLists | undefined;
}

/** The page of a department on the day of the site. */
export function departmentPage({ title, roles }: Department, site: Site): DepartmentPage {
  const addresses = addressesUnder(site.settings.base);
  const ids = roles.map(({ id }) => id);
  const processes = processesOf(ids, site);
  const member = (login: string): TeamMember => ({
    text: site.nameOf(login),
    href: addresses.person(login),
    away: awayWords(login, site).join(", "),
  });
  return {
    title,
    lead: siteText.department.lead(roles.length, processes.length),
    roles: roles.map((role) => ({
      text: role.title,
      href: addresses.role(role.id),
      summary: role.summary ?? "",
      people: role.people.map(member),
    })),
    processes,
    chart: teamOf(
      roles.flatMap(({ people }) => people),
      site,
    ),
    work: site.shows.runs ? workLists({ roles: ids }, site) : undefined,
  };
}

function processesOf(ids: readonly RoleId[], site: Site): DepartmentProcess[] {
  const pages = site.rolePages();
  const parts = ids.flatMap((id) => pages.get(id)?.processes ?? []);
  return [...Map.groupBy(parts, ({ id }) => id).values()]
    .map((own) => processOf(own))
    .sort((a, b) => Number(b.owns) - Number(a.owns) || a.text.localeCompare(b.text));
}

function processOf(parts: readonly RoleProcess[]): DepartmentProcess {
  const [first] = parts;
  return {
    text: first?.text ?? "",
    href: first?.href ?? "",
    summary: first?.summary ?? "",
    owns: parts.some(({ owns }) => owns),
    needed: once(parts.flatMap(({ does, approves, brings }) => [...does, ...approves, ...brings])),
    heard: once(parts.flatMap(({ advises, hears }) => [...advises, ...hears])),
  };
}

/** Each step once, though several roles have to do with it. */
function once(parts: readonly RolePart[]): RolePart[] {
  return [...new Map(parts.map((part) => [part.href, part])).values()];
}
