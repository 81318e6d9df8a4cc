import { siteText } from "../../core/text/index.ts";
import { addressesUnder } from "./addresses.ts";
import { processesByArea } from "./home-page.ts";
import { listLinks } from "./list-links.ts";
import type { Link } from "./role-link.ts";
import type { Site } from "./site.ts";

/** One heading of the side menu with its links. */
export interface SidebarGroup {
  readonly title: string;
  readonly links: readonly Link[];
}

const mostProcesses = 14;

/**
 * The side menu of a page: the processes of its area, the other areas, the handbook's own pages, the other lists. In a large area only
 * the neighbours of the current process stand there, so that pages do not grow with the handbook.
 */
export function sidebarOf(
  site: Site,
  current: { readonly area?: string; readonly href?: string },
): SidebarGroup[] {
  const addresses = addressesUnder(site.settings.base);
  const { areas } = site.handbook.config;
  const byArea = processesByArea(site);
  const own = current.area === undefined ? undefined : byArea.get(current.area);
  const name = (id: string) => areas.get(id) ?? id;
  const groups: SidebarGroup[] = [];
  if (current.area !== undefined && own) {
    const links: Link[] = neighbours(own, current.href).map(({ text, href }) => ({ text, href }));
    if (own.length > links.length)
      links.push({
        text: siteText.page.allOf(name(current.area), own.length),
        href: addresses.area(current.area),
      });
    groups.push({ title: name(current.area), links });
  }
  groups.push({
    title: siteText.page.areas,
    links: [...byArea.keys()].map((id) => ({ text: name(id), href: addresses.area(id) })),
  });
  const ownPages = [...site.ownPages.values()];
  if (ownPages.length > 0)
    groups.push({
      title: siteText.page.own,
      links: ownPages.map(({ id, title }) => ({ text: title, href: addresses.ownPage(id) })),
    });
  groups.push({ title: siteText.page.more, links: listLinks(addresses) });
  return groups;
}

function neighbours<T extends Link>(links: readonly T[], href: string | undefined): readonly T[] {
  if (links.length <= mostProcesses) return links;
  const index = Math.max(
    0,
    links.findIndex((link) => link.href === href),
  );
  const from = Math.min(Math.max(0, index - mostProcesses / 2), links.length - mostProcesses);
  return links.slice(from, from + mostProcesses);
}
