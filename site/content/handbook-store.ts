import { InternalError } from "../../core/problem.ts";
import type { Site } from "../data/site.ts";

/**
 * The site as the content loader made it. Astro runs the loader and the pages in two module graphs of one
 * process, so a variable of a module would not reach from one to the other; the global object does.
 */
const key = Symbol.for("handrail.site");
const shared = globalThis as { [key]?: Site };

/** Keeps the site for the pages. */
export function keepSite(site: Site): void {
  shared[key] = site;
}

/** The site for a page; throws when the content loader has not run. */
export function currentSite(): Site {
  const site = shared[key];
  if (site === undefined) throw new InternalError("A page was asked for before the handbook was read.");
  return site;
}
