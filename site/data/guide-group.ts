import { siteText } from "../../core/text/index.ts";
import type { Addresses } from "./addresses.ts";
import type { SidebarGroup } from "./sidebar.ts";

/** A page of the guide, as its front matter tells it. */
export interface GuideEntry {
  /** Path below the site's base, `guide/reading`. */
  readonly id: string;
  readonly data: {
    readonly title: string;
    readonly sidebar?: { readonly order?: number | undefined } | undefined;
  };
}

/** The guide as a part of the side menu: its pages in their order, then what is made from the program itself. */
export function guideGroup(entries: readonly GuideEntry[], { at }: Addresses): SidebarGroup {
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
