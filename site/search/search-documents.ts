import { fieldReference } from "../../core/definition/index.ts";
import { rules } from "../../core/rules/index.ts";
import { siteText } from "../../core/text/index.ts";
import { glossary } from "../data/glossary.ts";
import { processesByArea } from "../data/home-page.ts";
import type { Site } from "../data/site.ts";
import { toolsPage } from "../data/tools-page.ts";
import type { GuideText } from "./guide-text.ts";
import { processDocument } from "./process-document.ts";
import { type SearchDocument, searchDocument, weighing } from "./search-document.ts";

/**
 * Every page as the search index reads it. Lists are found by what they are, not by all they hold: whoever looks for
 * a process wants the process.
 */
export function searchDocuments(site: Site, guide: readonly GuideText[]): SearchDocument[] {
  const page = (url: string, title: string, ...texts: readonly (readonly [number, string])[]) =>
    searchDocument(
      url,
      site.handbook.config.language,
      title,
      texts.filter(([, text]) => text !== "").map(([weight, text]) => weighing(weight, text)),
    );
  const { lists, calendar, dashboard, reference, problems } = siteText;
  const { areas, glossary: houseWords } = site.handbook.config;
  return [
    ...[...site.processes.values()].map((subject) => processDocument(subject, site)),
    ...[...site.rolePages().values()].map(({ id, title, summary = "", department = "", people, deputies }) =>
      page(`roles/${id}/`, title, [3, summary], [2, department], [4, [...people, ...deputies].join(", ")]),
    ),
    ...[...processesByArea(site).keys()].map((id) => page(`areas/${id}/`, areas.get(id) ?? id)),
    page("roles/", lists.roles, [3, lists.rolesLead]),
    page("a-z/", lists.index, [3, lists.indexLead(site.processes.size)]),
    page(
      "tools/",
      lists.tools,
      [3, lists.toolsLead],
      [
        4,
        toolsPage(site)
          .map(({ name }) => name)
          .join(", "),
      ],
    ),
    page(
      "glossary/",
      lists.glossary,
      [3, lists.glossaryLead],
      ...glossary(houseWords).flatMap(({ term, meaning }) => [[5, term] as const, [1, meaning] as const]),
    ),
    page("calendar/", calendar.title, [3, `${calendar.byWeek}, ${calendar.byPerson}`]),
    page("dashboard/", dashboard.title, [3, dashboard.lead]),
    ...guide.map(({ id, title, description, text }) => page(`${id}/`, title, [3, description], [1, text])),
    page(
      "guide/reference/",
      reference.title,
      [3, reference.lead],
      ...fieldReference().flatMap(({ fields }) =>
        fields.flatMap(({ key, meaning }) => [[5, key] as const, [1, meaning] as const]),
      ),
    ),
    page("problems/", problems.title, [3, problems.lead]),
    ...rules.map(({ id, purpose, why }) => page(`problems/${id}/`, id, [3, purpose], [1, why])),
  ];
}
