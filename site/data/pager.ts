import { processesByArea } from "./home-page.ts";
import type { Link } from "./role-link.ts";
import type { Site } from "./site.ts";

/** The processes before and after one, by title within its area. */
export interface Pager {
  readonly before?: Link | undefined;
  readonly after?: Link | undefined;
}

/** Where a reader goes from a process to the next one of its area. */
export function pagerOf(area: string, href: string, site: Site): Pager {
  const processes = processesByArea(site).get(area) ?? [];
  const index = processes.findIndex((process) => process.href === href);
  const link = (at: number): Link | undefined => {
    const process = processes[at];
    return process && { text: process.text, href: process.href };
  };
  return index < 0 ? {} : { before: link(index - 1), after: link(index + 1) };
}
