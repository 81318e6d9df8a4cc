import { siteText } from "../../core/text/index.ts";
import { addressesUnder } from "./addresses.ts";
import { type SidebarGroup, sidebarOf } from "./sidebar.ts";
import type { Site } from "./site.ts";

/** A page of the guide, as its front matter tells it. */
export interface GuideEntry {
  /** Path below the site's base, `guide/reading`. */
  readonly id: string;
  readonly data: {
    readonly title: string;
    readonly sidebar?: { readonly order?: number | undefined } | undefined;
  };
}

/** The side menu of a page of the guide: the guide, then what every other page has. */
export function guideSidebar(entries: readonly GuideEntry[], site: Site): SidebarGroup[] {
  return [guideGroup(entries, site), ...sidebarOf(site, {}).map(withoutGuide)];
}

/** The guide's own pages stand in its group already. */
function withoutGuide({ title, links }: SidebarGroup): SidebarGroup {
  return { title, links: links.filter(({ text }) => text !== siteText.page.guide) };
}

/** The pages of the guide in their order, then what is made from the program itself. */
function guideGroup(entries: readonly GuideEntry[], { settings }: Site): SidebarGroup {
  const { at } = addressesUnder(settings.base);
  const order = ({ data }: GuideEntry) => data.sidebar?.order ?? 100;
  const pages = entries
    .toSorted((a, b) => order(a) - order(b) || (a.data.title < b.data.title ? -1 : 1))
    .map(({ id, data }) => ({ text: data.title, href: at(`${id}/`) }));
  return {
    title: siteText.page.guide,
    links: [
      ...pages,
      { text: siteText.rightsPage.title, href: at("guide/who-may-do-what/") },
      { text: siteText.reference.title, href: at("guide/reference/") },
      { text: siteText.problems.title, href: at("problems/") },
    ],
  };
}
