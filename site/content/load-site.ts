import { makeSite } from "../data/make-site.ts";
import type { SiteSettings } from "../data/settings.ts";
import type { LoadedSite } from "./handbook-store.ts";
import { readSiteData } from "./read-site-data.ts";

/** Reads, checks and prepares the handbook, and puts together everything pages are made from. */
export async function loadSite(settings: SiteSettings): Promise<LoadedSite> {
  const { problems, data } = await readSiteData(settings);
  return data === undefined ? { problems } : { problems, site: makeSite(data) };
}
