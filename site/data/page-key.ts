import { addressesUnder } from "./addresses.ts";
import { confirmedOn } from "./confirmed-on.ts";
import { decidedAbout } from "./decisions.ts";
import { digestOf } from "./digest-of.ts";
import { pagerOf } from "./pager.ts";
import { runsOf } from "./past-runs.ts";
import { proposalLines } from "./proposal-lines.ts";
import { relatedProcesses } from "./related-processes.ts";
import type { SidebarGroup } from "./sidebar.ts";
import type { Site, SiteProcess } from "./site.ts";
import { sourceKey } from "./source-key.ts";

/**
 * A key that changes whenever a page would look different: its own data, and what the frame of every page shows.
 * A page is left as it was built before while its key and the code it is made with stay the same.
 */
export function pageKey({ settings, handbook, shows }: Site, ...data: readonly unknown[]): string {
  const { base, githubUrl, origin } = settings;
  const { title, language, theme } = handbook.config;
  const frame = { base, githubUrl, origin, title, language, theme, shows };
  return digestOf([frame, data]);
}

/** The key of a process page, worked out without the page: most pages are as the last build left them. */
export function processPageKey(subject: SiteProcess, site: Site, sidebar: readonly SidebarGroup[]): string {
  const { definition, history, notCommitted } = subject;
  const href = addressesUnder(site.settings.base).process(definition.id);
  return pageKey(
    site,
    sourceKey(subject, site),
    history,
    notCommitted,
    runsOf(definition.id, site),
    proposalLines(definition.id, site),
    site.activity.agreements,
    confirmedOn(definition.id, site),
    site.activity.dealtWith,
    decidedAbout(definition.id, site),
    relatedProcesses(definition, site),
    pagerOf(definition.area, href, site),
    sidebar,
  );
}
