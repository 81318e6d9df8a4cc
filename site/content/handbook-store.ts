import { InternalError, type Problem } from "../../core/problem.ts";
import type { Site } from "../data/site.ts";

/** What reading the handbook gave: the site, or nothing when a problem is an error. */
export interface LoadedSite {
  readonly problems: readonly Problem[];
  readonly site?: Site | undefined;
}

interface Shared {
  /** The reading that is under way or done. */
  loading?: Promise<LoadedSite>;
  /** Reads the handbook anew. */
  load?: () => Promise<LoadedSite>;
  /** The last site without errors. */
  site?: Site;
}

/**
 * Astro runs the configuration, the content loader and the pages in three module graphs of one process, so a
 * variable of a module would not reach from one to the other; the global object does.
 */
const key = Symbol.for("handrail.site");
const holder = globalThis as { [key]?: Shared };
holder[key] ??= {};
const shared: Shared = holder[key];

/** Says how the handbook is read, and begins at once, so that Astro's own start goes on meanwhile. */
export function beginLoading(load: () => Promise<LoadedSite>): void {
  shared.load = load;
  void reload();
}

/** Reads the handbook anew; a sound one replaces the one the pages see. */
export function reload(): Promise<LoadedSite> {
  if (shared.load === undefined) throw new InternalError("The content loader ran without the configuration.");
  const loading = shared.load().then((loaded) => {
    if (loaded.site) shared.site = loaded.site;
    return loaded;
  });
  // Whoever waits for it sees the error; until then it must not end the process.
  loading.catch(() => {});
  shared.loading = loading;
  return loading;
}

/** The reading that has begun. */
export function loadedSite(): Promise<LoadedSite> {
  return shared.loading ?? reload();
}

/** The site for a page; throws when the handbook has not been read. */
export function currentSite(): Site {
  if (shared.site === undefined)
    throw new InternalError("A page was asked for before the handbook was read.");
  return shared.site;
}
