import { siteText } from "../../core/text/index.ts";
import type { Addresses } from "./addresses.ts";
import type { Link } from "./role-link.ts";

/** The lists of everything: roles, processes by name, what runs, tools, words, the guide. */
export function listLinks(addresses: Addresses): readonly Link[] {
  return [
    { text: siteText.lists.roles, href: addresses.at("roles/") },
    { text: siteText.lists.index, href: addresses.at("a-z/") },
    { text: siteText.calendar.title, href: addresses.at("calendar/") },
    { text: siteText.dashboard.title, href: addresses.at("dashboard/") },
    { text: siteText.lists.tools, href: addresses.at("tools/") },
    { text: siteText.lists.glossary, href: addresses.at("glossary/") },
    { text: siteText.page.guide, href: addresses.at("guide/reading/") },
  ];
}
