import type { SiteSettings } from "../data/settings.ts";
import type { LoadedSite } from "./handbook-store.ts";
import { makeSite } from "./make-site.ts";
import { readSiteHandbook } from "./read-site-handbook.ts";

/** Reads, checks and prepares the handbook, and puts together everything pages are made from. */
export async function loadSite(settings: SiteSettings): Promise<LoadedSite> {
  const { problems, handbook, prepared } = await readSiteHandbook(settings);
  if (handbook === undefined) return { problems };
  return { problems, site: await makeSite(handbook, prepared, settings) };
}
