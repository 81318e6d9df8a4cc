import type { Element, ElementContent, Properties } from "hast";
import { toHtml } from "hast-util-to-html";
import type { ProcessDefinition, Step } from "../../core/definition/index.ts";
import type { Site } from "./site.ts";

/** What the search index is told about one page: its address under the base path, and its text as HTML. */
export interface SearchDocument {
  readonly url: string;
  readonly html: string;
}

/**
 * A process as the search index reads it: the title weighs most, then tags, steps and roles, then the text.
 * Each step is a part of its own, so that a result can say which step matched.
 */
export function searchDocument(definition: ProcessDefinition, site: Site): SearchDocument {
  const roleTitle = (id: string) => site.handbook.roles.get(id)?.title ?? id;
  const roles = new Set(definition.steps.flatMap((step) => rolesOf(step)));
  const area = site.handbook.config.areas.get(definition.area) ?? definition.area;
  const body = element("body", { dataPagefindBody: "" }, [
    element("h1", { dataPagefindMeta: "title", dataPagefindWeight: "10" }, definition.title),
    element("p", { dataPagefindFilter: "area" }, area),
    ...[...roles].map((id) =>
      element("p", { dataPagefindFilter: "role", dataPagefindWeight: "4" }, roleTitle(id)),
    ),
    element("p", { dataPagefindWeight: "8" }, definition.tags.join(", ")),
    element(
      "p",
      { dataPagefindWeight: "3" },
      `${definition.summary} ${definition.outcome} ${definition.trigger}`,
    ),
    element("p", { dataPagefindWeight: "4" }, definition.tools.join(", ")),
    element("div", {}, definition.introduction),
    ...definition.steps.flatMap((step) => stepPart(step, roleTitle)),
    ...definition.sections.map(({ markdown }) => element("div", {}, markdown)),
  ]);
  const html = toHtml(element("html", { lang: site.handbook.config.language }, [body]));
  return { url: `processes/${definition.id}/`, html };
}

function stepPart(step: Step, roleTitle: (id: string) => string): Element[] {
  const words = [...rolesOf(step).map(roleTitle), ...step.tools, ...step.outputs];
  return [
    element("h2", { id: step.id, dataPagefindWeight: "6" }, step.title),
    element("p", { dataPagefindWeight: "2" }, words.join(", ")),
    element("div", {}, step.instructions.markdown),
  ];
}

function rolesOf(step: Step): readonly string[] {
  return [...step.roles, ...step.approvers];
}

function element(tagName: string, properties: Properties, content: string | ElementContent[]): Element {
  const children: ElementContent[] =
    typeof content === "string" ? [{ type: "text", value: content }] : content;
  return { type: "element", tagName, properties, children };
}
