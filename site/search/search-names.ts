import { siteText } from "../../core/text/index.ts";
import { departmentsOf } from "../data/departments.ts";
import { glossary } from "../data/glossary.ts";
import { peopleOf, personPage } from "../data/person-page.ts";
import type { Site, SiteProcess } from "../data/site.ts";
import { toolsPage } from "../data/tools-page.ts";

/** What has a name and a place. */
export type NameKind = "process" | "step" | "role" | "department" | "person" | "tool" | "term" | "page";

/** Something that is found by its name. */
export interface SearchName {
  readonly kind: Exclude<NameKind, "process" | "step">;
  readonly title: string;
  /** Address under the base path. */
  readonly path: string;
  /** Other words it is found by. */
  readonly also: string;
  /** What it is about, in a few words: who has a role, what a word means. */
  readonly about: string;
}

/** A process and its steps, by their names. */
export interface SearchProcess {
  readonly id: string;
  readonly title: string;
  readonly area: string;
  readonly summary: string;
  readonly also: string;
  readonly tools: string;
  readonly steps: readonly {
    readonly id: string;
    readonly title: string;
    /** Titles of the roles that do it; of an approval, of those that give it. */
    readonly roles: readonly string[];
    readonly isApproval?: true;
    /** What it makes, and what with. */
    readonly also: string;
  }[];
}

/** All names of a handbook: a file of the site, which the search fetches when it is opened. */
export interface SearchNames {
  readonly processes: readonly SearchProcess[];
  readonly others: readonly SearchName[];
  /** The handbook's own words for one thing. */
  readonly synonyms: readonly (readonly string[])[];
}

/** The names on the pages of a site; people only where they are shown. */
export function searchNames(site: Site): SearchNames {
  const { config } = site.handbook;
  return {
    processes: [...site.processes.values()].map((subject) => processNames(subject, site)),
    others: [
      ...roleNames(site),
      ...departmentNames(site),
      ...personNames(site),
      ...toolsPage(site).map(({ id, name, uses }) => ({
        kind: "tool" as const,
        title: name,
        path: `tools/#${id}`,
        also: "",
        about: uses.map(({ process }) => process.text).join(", "),
      })),
      ...glossary(config.glossary).map(({ id, term, meaning }) => ({
        kind: "term" as const,
        title: term,
        path: `glossary/#${id}`,
        also: "",
        about: meaning,
      })),
      ...pageNames(site),
    ],
    synonyms: [...config.synonyms].map(([word, others]) => [word, ...others]),
  };
}

function processNames({ definition }: SiteProcess, { handbook }: Site): SearchProcess {
  const { id, title, area, summary, tags, tools, steps } = definition;
  const titleOf = (role: string) => handbook.roles.get(role)?.title ?? role;
  return {
    id,
    title,
    area: handbook.config.areas.get(area) ?? area,
    summary,
    also: [...tags, id].join(", "),
    tools: tools.join(", "),
    steps: steps.map((step) => ({
      id: step.id,
      title: step.title,
      roles: [...step.roles, ...step.approvers].map(titleOf),
      ...(step.kind === "approval" && { isApproval: true as const }),
      also: [...step.outputs, ...step.tools].join(", "),
    })),
  };
}

function roleNames(site: Site): SearchName[] {
  return [...site.handbook.roles.values()].map(({ id, title, summary = "", department = "" }) => ({
    kind: "role",
    title,
    path: `roles/${id}/`,
    also: department,
    about: summary,
  }));
}

function departmentNames(site: Site): SearchName[] {
  return [...departmentsOf(site).values()].map(({ id, title, roles }) => ({
    kind: "department",
    title,
    path: `departments/${id}/`,
    also: siteText.search.ofDepartment,
    about: roles.map((role) => role.title).join(", "),
  }));
}

function personNames(site: Site): SearchName[] {
  return peopleOf(site).map((login) => {
    const { roles, standsIn } = personPage(login, site);
    return {
      kind: "person",
      title: site.nameOf(login),
      path: `people/${login.toLowerCase()}/`,
      also: [login, siteText.search.ofPerson, ...roles.map(({ text }) => text)].join(", "),
      about: [...roles, ...standsIn].map(({ text }) => text).join(", "),
    };
  });
}

function pageNames(site: Site): SearchName[] {
  const { areas } = site.handbook.config;
  const inUse = new Set([...site.processes.values()].map(({ definition }) => definition.area));
  const page = (path: string, title: string, also: string, about: string): SearchName => ({
    kind: "page",
    title,
    path,
    also,
    about,
  });
  const { lists, search, calendar, dashboard } = siteText;
  return [
    ...[...inUse].map((id) => page(`areas/${id}/`, areas.get(id) ?? id, search.ofArea, search.ofArea)),
    ...[...site.ownPages.values()].map(({ id, title, summary = "" }) =>
      page(`pages/${id}/`, title, "", summary),
    ),
    page("calendar/", calendar.title, search.ofCalendar, calendar.byWeek),
    page("dashboard/", dashboard.title, search.ofDashboard, dashboard.lead),
    page("roles/", lists.roles, search.ofRoles, lists.rolesLead),
    page("a-z/", lists.index, search.ofIndex, lists.indexLead(site.processes.size)),
    page("tools/", lists.tools, "", lists.toolsLead),
    page("glossary/", lists.glossary, search.ofGlossary, lists.glossaryLead),
  ];
}
