import { rules } from "../../core/rules/index.ts";
import { departmentsOf } from "./departments.ts";
import { processesByArea } from "./home-page.ts";
import { processesWithRuns } from "./past-runs-page.ts";
import { peopleOf } from "./person-page.ts";
import { runsByNumber } from "./run-page.ts";
import type { Site } from "./site.ts";

/** The page for addresses that lead nowhere. */
export const notFoundPath = "404/";

/**
 * The pages of a site but the one for addresses that lead nowhere: paths under the base path, empty for the home page.
 * `guide` are the ids of the guide's pages, `guide/reading`.
 */
export function pagePaths(site: Site, guide: readonly string[]): string[] {
  return [
    "",
    "a-z/",
    "calendar/",
    "dashboard/",
    "glossary/",
    "roles/",
    "tools/",
    ...guide.map((id) => `${id}/`),
    "guide/who-may-do-what/",
    "guide/reference/",
    "problems/",
    ...rules.map(({ id }) => `problems/${id}/`),
    ...[...processesByArea(site).keys()].map((id) => `areas/${id}/`),
    ...[...site.ownPages.keys()].map((id) => `pages/${id}/`),
    ...[...departmentsOf(site).values()].map(({ id }) => `departments/${id}/`),
    ...peopleOf(site).map((login) => `people/${login.toLowerCase()}/`),
    ...[...site.handbook.roles.keys()].map((id) => `roles/${id}/`),
    ...[...site.processes.keys()].map((id) => `processes/${id}/`),
    ...[...runsByNumber(site).keys()].map((issue) => `runs/${issue}/`),
    ...processesWithRuns(site).map((id) => `processes/${id}/past-runs/`),
  ];
}
