import type { Step } from "../../core/definition/index.ts";
import { digestOf } from "../data/digest-of.ts";
import type { SiteData, SiteProcess } from "../data/site.ts";
import { plainWords } from "./plain-words.ts";
import { documentHtml, type SearchDocument, textElement, weighing } from "./search-document.ts";

/**
 * A process as the search index reads it: the title weighs most, then tags, steps and roles, then the text.
 * Each step is a part of its own, so that a result can say which step matched.
 */
export function processDocument(subject: SiteProcess, site: Pick<SiteData, "handbook">): SearchDocument {
  const { definition, key } = subject;
  const { areas, language } = site.handbook.config;
  const area = areas.get(definition.area) ?? definition.area;
  return {
    url: `processes/${definition.id}/`,
    // The key of a process names the titles of roles too.
    key: digestOf([key, area, language]),
    html: () => documentOf(subject, area, site),
  };
}

function documentOf(
  { definition, texts }: SiteProcess,
  areaTitle: string,
  { handbook }: Pick<SiteData, "handbook">,
): string {
  const { config, roles } = handbook;
  const roleTitle = (id: string) => roles.get(id)?.title ?? id;
  const involved = new Set(definition.steps.flatMap((step) => rolesOf(step)));
  const { tags, summary, outcome, trigger, tools, title } = definition;
  return documentHtml({ kind: "process", title, language: config.language }, [
    textElement("p", { "data-pagefind-filter": "area" }, areaTitle),
    ...[...involved].map((id) =>
      textElement("p", { "data-pagefind-filter": "role", "data-pagefind-weight": "4" }, roleTitle(id)),
    ),
    weighing(8, tags.join(", ")),
    weighing(3, `${summary} ${outcome} ${trigger}`),
    weighing(4, tools.join(", ")),
    plainWords(texts.introduction),
    ...definition.steps.flatMap((step) => stepPart(step, roleTitle, texts.steps[step.id] ?? "")),
    ...texts.sections.map(({ html }) => plainWords(html)),
  ]);
}

function stepPart(step: Step, roleTitle: (id: string) => string, html: string): string[] {
  const { id, title, tools, outputs } = step;
  return [
    textElement("h2", { id, "data-pagefind-weight": "6" }, title),
    weighing(2, [...rolesOf(step).map(roleTitle), ...tools, ...outputs].join(", ")),
    plainWords(html),
  ];
}

function rolesOf(step: Step): readonly string[] {
  return [...step.roles, ...step.approvers];
}
