import { createHash } from "node:crypto";
import type { ProcessPage } from "./process-page.ts";
import type { SidebarGroup } from "./sidebar.ts";
import type { Site, SiteProcess } from "./site.ts";
import { sourceKey } from "./source-key.ts";

/**
 * A key that changes whenever a page would look different: its own data, and what the frame of every page shows.
 * Astro leaves a page as it was built before while its key and the code it is made with stay the same.
 */
export function pageKey({ settings, handbook }: Site, ...data: readonly unknown[]): string {
  const { base, githubUrl, origin } = settings;
  const { title, language } = handbook.config;
  const frame = { base, githubUrl, origin, title, language };
  return createHash("sha256")
    .update(JSON.stringify([frame, data]))
    .digest("base64url");
}

/**
 * The key of a process page. What follows from the sources of the process is named by their key alone: the rest of a
 * page is small.
 */
export function processPageKey(
  site: Site,
  subject: SiteProcess,
  page: ProcessPage,
  sidebar: readonly SidebarGroup[],
): string {
  const { related, pager, history, runs, questions } = page;
  return pageKey(
    site,
    sourceKey(subject, site),
    related,
    pager,
    history,
    runs,
    questions.lastTime,
    page.edit,
    page.changes,
    sidebar,
  );
}
