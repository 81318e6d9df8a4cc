import type { ProcessDefinition, Section } from "../../core/definition/index.ts";
import { siteText } from "../../core/text/index.ts";
import { drawMermaid } from "../diagram/draw-mermaid.ts";
import { resolveLink } from "./resolve-link.ts";
import { sectionToHtml } from "./section-to-html.ts";

/** What a text may lead to. */
export interface TextSurroundings {
  /** Path the site is served under. */
  readonly base: string;
  /** Words that lead to the glossary, in lower case, with the id each has there. */
  readonly linkedTerms: readonly (readonly [term: string, id: string])[];
  /** Titles of the roles, inside which no word leads anywhere. */
  readonly roleTitles: readonly string[];
}

/** Where a text stands: its file within the handbook, and the title of its page. */
export interface TextPlace {
  readonly path: string;
  readonly title: string;
  /** The questions and steps of the process whose text it is. */
  readonly ask?: ProcessDefinition["ask"];
  readonly steps?: ProcessDefinition["steps"];
}

/**
 * Renders the sections of one page one after the other, since a term is linked only where it first stands. `onUndrawn`
 * hears of a diagram that is drawn only when the page is open.
 */
export function sectionRenderer(
  { path, title, ask = [], steps = [] }: TextPlace,
  { base, linkedTerms, roleTitles }: TextSurroundings,
  onUndrawn: () => void,
): (section: Section, headingShift: number, idPrefix: string) => string {
  const terms = new Map(linkedTerms.map(([term, id]) => [term, `${base}glossary/#${id}`]));
  const names = [...terms.keys(), ...roleTitles.map((role) => role.toLowerCase())];
  return (section, headingShift, idPrefix) =>
    sectionToHtml(section, {
      headingShift,
      idPrefix,
      terms,
      names,
      asked: { ask, steps },
      resolveLink: (url) => resolveLink(url, path, base),
      drawMermaid: (text) => {
        const svg = drawMermaid(text, siteText.processPage.diagramIn(section.title || title));
        if (svg === undefined) onUndrawn();
        return svg;
      },
    });
}
