import { addressesUnder } from "./addresses.ts";
import { type Link, type RoleLink, roleLink } from "./role-link.ts";
import type { Site } from "./site.ts";

/** A process in a list. */
export interface ProcessLink extends Link {
  readonly summary: string;
}

/** What the home page shows. */
export interface HomePage {
  readonly title: string;
  readonly roles: readonly RoleLink[];
  readonly areas: readonly (Link & { readonly processes: readonly ProcessLink[]; readonly total: number })[];
}

const mostInArea = 6;

/** The home page: roles by title, areas in menu order, the first processes of each. */
export function homePage(site: Site): HomePage {
  const addresses = addressesUnder(site.settings.base);
  const { config, roles } = site.handbook;
  const byArea = processesByArea(site);
  return {
    title: config.title,
    roles: [...roles.keys()]
      .map((id) => roleLink(id, roles, addresses))
      .sort((a, b) => a.text.localeCompare(b.text)),
    areas: [...byArea].map(([id, processes]) => ({
      text: config.areas.get(id) ?? id,
      href: addresses.area(id),
      total: processes.length,
      processes: processes.slice(0, mostInArea),
    })),
  };
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
