import { fieldReference } from "../../core/definition/index.ts";
import { rules } from "../../core/rules/index.ts";
import { siteText } from "../../core/text/index.ts";
import { glossary } from "../data/glossary.ts";
import { processesByArea } from "../data/home-page.ts";
import { peopleOf, personPage } from "../data/person-page.ts";
import { rightsTables } from "../data/rights-page.ts";
import type { Site } from "../data/site.ts";
import { toolsPage } from "../data/tools-page.ts";
import type { GuideText } from "./guide-text.ts";
import { plainWords } from "./plain-words.ts";
import { processDocument } from "./process-document.ts";
import { type SearchDocument, searchDocument, textElement, weighing } from "./search-document.ts";
import type { SearchKind } from "./search-kind.ts";

/**
 * Every page as the search index reads it. Lists are found by what they are, not by all they hold: whoever looks for
 * a process wants the process.
 */
export function searchDocuments(site: Site, guide: readonly GuideText[]): SearchDocument[] {
  const { language } = site.handbook.config;
  const page =
    (kind: SearchKind) =>
    (url: string, title: string, ...texts: readonly (readonly [number, string])[]) =>
      searchDocument(
        { url, kind, title, language },
        texts
          .filter(([, text]) => text !== "")
          .map(([weight, text]) => weighing(weight, text.replaceAll("`", ""))),
      );
  const [role, list, help, problem] = [page("role"), page("list"), page("guide"), page("problem")];
  const { lists, calendar, dashboard, reference, rightsPage, problems } = siteText;
  const { areas, glossary: houseWords } = site.handbook.config;
  return [
    ...[...site.processes.values()].map((subject) => processDocument(subject, site)),
    ...[...site.ownPages.values()].map(({ id, title, summary = "", texts }) =>
      searchDocument({ url: `pages/${id}/`, kind: "page", title, language }, [
        weighing(3, summary),
        plainWords(texts.introduction),
        ...texts.sections.flatMap((section) => [
          textElement("h2", { id: section.id, "data-pagefind-weight": "6" }, section.title),
          plainWords(section.html),
        ]),
      ]),
    ),
    ...peopleOf(site).map((login) =>
      page("person")(
        `people/${login.toLowerCase()}/`,
        site.nameOf(login),
        [
          3,
          personPage(login, site)
            .roles.map(({ text }) => text)
            .join(", "),
        ],
        // `demo-ines` is looked for as Ines.
        [8, login.replaceAll("-", " ")],
      ),
    ),
    ...[...site.rolePages().values()].map(({ id, title, summary = "", department = "", people }) =>
      role(
        `roles/${id}/`,
        title,
        [3, summary],
        [2, department],
        [4, [...(people?.people ?? []), ...(people?.deputies ?? [])].map(({ name }) => name).join(", ")],
      ),
    ),
    ...[...processesByArea(site).keys()].map((id) => list(`areas/${id}/`, areas.get(id) ?? id)),
    list("roles/", lists.roles, [3, lists.rolesLead]),
    list("a-z/", lists.index, [3, lists.indexLead(site.processes.size)]),
    list(
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
    list(
      "glossary/",
      lists.glossary,
      [3, lists.glossaryLead],
      ...glossary(houseWords).flatMap(({ term, meaning }) => [[5, term] as const, [1, meaning] as const]),
    ),
    list("calendar/", calendar.title, [3, `${calendar.byWeek}, ${calendar.chart}`]),
    list("dashboard/", dashboard.title, [3, dashboard.lead]),
    ...guide.map(({ id, title, description, text }) => help(`${id}/`, title, [3, description], [1, text])),
    help(
      "guide/who-may-do-what/",
      rightsPage.title,
      [3, rightsPage.lead],
      ...rightsTables().flatMap(({ title, rows }) => [
        [4, title] as const,
        ...rows.map(({ acts, who }) => [1, `${acts.join(", ")}: ${who}`] as const),
      ]),
    ),
    help(
      "guide/reference/",
      reference.title,
      [3, reference.lead],
      ...fieldReference().flatMap(({ fields }) =>
        fields.flatMap(({ key, meaning }) => [[5, key] as const, [1, meaning] as const]),
      ),
    ),
    problem("problems/", problems.title, [3, problems.lead]),
    ...rules.map(({ id, purpose, why }) => problem(`problems/${id}/`, id, [3, purpose], [1, why])),
  ];
}
