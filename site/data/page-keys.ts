import { addressesUnder } from "./addresses.ts";
import { areaPage } from "./area-page.ts";
import { departmentPage } from "./department-page.ts";
import { departmentsOf } from "./departments.ts";
import { processesByArea } from "./home-page.ts";
import { pageKey, processPageKey } from "./page-key.ts";
import { pastRunsPage, processesWithRuns } from "./past-runs-page.ts";
import { peopleOf, personPage } from "./person-page.ts";
import { problemPages } from "./problem-page.ts";
import { roleDigest } from "./role-digest.ts";
import { roleNow } from "./role-now.ts";
import { runPage, runsByNumber } from "./run-page.ts";
import { sidebarOf } from "./sidebar.ts";
import type { Site } from "./site.ts";

/**
 * The keys of pages, by address under the base path: a page whose key is as it was at the last build looks as it did.
 * Pages that are not named here gather so much that they are rendered each time.
 */
export function pageKeys(site: Site): Map<string, string> {
  const addresses = addressesUnder(site.settings.base);
  const frame = sidebarOf(site, {});
  const keys = new Map<string, string>();
  for (const subject of site.processes.values()) {
    const { id, area } = subject.definition;
    const sidebar = sidebarOf(site, { area, href: addresses.process(id) });
    keys.set(`processes/${id}/`, processPageKey(subject, site, sidebar));
  }
  for (const id of processesWithRuns(site))
    keys.set(`processes/${id}/past-runs/`, pageKey(site, pastRunsPage(id, site), frame));
  for (const [issue, run] of runsByNumber(site))
    keys.set(`runs/${issue}/`, pageKey(site, runPage(run, site), frame));
  for (const [id, page] of site.ownPages) keys.set(`pages/${id}/`, pageKey(site, page, frame));
  for (const login of peopleOf(site))
    keys.set(`people/${login.toLowerCase()}/`, pageKey(site, personPage(login, site), frame));
  const rolePages = site.rolePages();
  for (const department of departmentsOf(site).values()) {
    // The processes of a department, which are many, come from the pages of its roles alone.
    const { processes: _processes, ...rest } = departmentPage(department, site);
    const roles = department.roles.flatMap(({ id }) => rolePages.get(id) ?? []).map(roleDigest);
    keys.set(`departments/${department.id}/`, pageKey(site, rest, roles, frame));
  }
  for (const [id, page] of rolePages) {
    const { away, work, chart } = roleNow(page, site);
    keys.set(`roles/${id}/`, pageKey(site, roleDigest(page), [...away], work, chart, frame));
  }
  for (const id of processesByArea(site).keys())
    keys.set(`areas/${id}/`, pageKey(site, areaPage(id, site), sidebarOf(site, { area: id })));
  for (const page of problemPages()) keys.set(`problems/${page.id}/`, pageKey(site, page, frame));
  return keys;
}
