import { siteText } from "../../core/text/index.ts";
import { type Addresses, addressesUnder } from "./addresses.ts";
import { commitDate } from "./history-lines.ts";
import { listLinks } from "./list-links.ts";
import { type RunLine, runningLines } from "./past-runs.ts";
import { peopleOf } from "./person-page.ts";
import { type Link, type RoleLink, roleLink } from "./role-link.ts";
import type { Site } from "./site.ts";

/** A process in a list. */
export interface ProcessLink extends Link {
  readonly summary: string;
}

/** A process whose text has changed. */
export interface ChangedProcess extends Link {
  readonly date: string;
  readonly author: string;
  /** What it meant, and where that is not known what its author wrote. */
  readonly meaning: string;
}

/** What the home page shows. */
export interface HomePage {
  readonly title: string;
  /** Where newcomers begin. */
  readonly firstWeek: readonly (Link & { readonly hint: string })[];
  /** The processes changed last; empty without git. */
  readonly changed: readonly ChangedProcess[];
  /** The first of the runs that go on, those with late steps before the others. */
  readonly running: readonly RunLine[];
  readonly calendar: string;
  /** The lists that lead everywhere else. */
  readonly ways: readonly Link[];
  readonly roles: readonly RoleLink[];
  /** Whoever may say “I am …”: people, where they are shown, and roles; absent where runs are not shown. */
  readonly me?: { readonly people: readonly Link[]; readonly roles: readonly Link[] } | undefined;
  readonly areas: readonly (Link & { readonly processes: readonly ProcessLink[]; readonly total: number })[];
}

const mostInArea = 6;
const mostChanged = 5;
const mostRunning = 5;

/** The home page: roles by title, areas in menu order, the first processes of each. */
export function homePage(site: Site): HomePage {
  const addresses = addressesUnder(site.settings.base);
  const { config, roles } = site.handbook;
  const byArea = processesByArea(site);
  const roleLinks = [...roles.keys()]
    .map((id) => roleLink(id, roles, addresses))
    .sort((a, b) => a.text.localeCompare(b.text));
  return {
    title: config.title,
    firstWeek: siteText.home.firstWeek.map(({ text, hint, path }) => ({
      text,
      hint,
      href: addresses.at(path),
    })),
    changed: changedProcesses(site, addresses),
    running: runningLines(site).slice(0, mostRunning),
    calendar: addresses.at("calendar/"),
    ways: listLinks(addresses),
    roles: roleLinks,
    me: site.shows.runs
      ? {
          people: peopleOf(site).map((login) => ({
            text: site.nameOf(login),
            href: addresses.person(login),
          })),
          roles: roleLinks.map(({ text, href }) => ({ text, href })),
        }
      : undefined,
    areas: [...byArea].map(([id, processes]) => ({
      text: config.areas.get(id) ?? id,
      href: addresses.area(id),
      total: processes.length,
      processes: processes.slice(0, mostInArea),
    })),
  };
}

function changedProcesses(site: Site, addresses: Addresses): ChangedProcess[] {
  return [...site.processes.values()]
    .flatMap(({ definition, history: [last] }) => (last === undefined ? [] : [{ definition, last }]))
    .sort((a, b) => Date.parse(b.last.committedAt) - Date.parse(a.last.committedAt))
    .slice(0, mostChanged)
    .map(({ definition, last }) => ({
      text: definition.title,
      href: `${addresses.process(definition.id)}#_history`,
      date: commitDate(last),
      author: last.author,
      meaning: last.meaning.slice(0, 2).join(" ") || last.subject,
    }));
}

const byAreaOf = new WeakMap<Site, Map<string, ProcessLink[]>>();

/** The processes of each area by title; areas in menu order, those the menu does not name after it. */
export function processesByArea(site: Site): ReadonlyMap<string, readonly ProcessLink[]> {
  const known = byAreaOf.get(site) ?? groupByArea(site);
  byAreaOf.set(site, known);
  return known;
}

function groupByArea(site: Site): Map<string, ProcessLink[]> {
  const addresses = addressesUnder(site.settings.base);
  const byArea = new Map<string, ProcessLink[]>([...site.handbook.config.areas.keys()].map((id) => [id, []]));
  for (const { definition } of site.processes.values()) {
    const { id, area, title, summary } = definition;
    const list = byArea.get(area) ?? [];
    list.push({ text: title, href: addresses.process(id), summary });
    byArea.set(area, list);
  }
  const { compare } = new Intl.Collator(site.handbook.config.language);
  for (const list of byArea.values()) list.sort((a, b) => compare(a.text, b.text));
  return new Map([...byArea].filter(([, list]) => list.length > 0));
}
