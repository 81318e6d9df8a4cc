import {
  findSection,
  type ParsedProcess,
  type ProcessDefinition,
  type StepId,
} from "../../core/definition/index.ts";
import { siteText } from "../../core/text/index.ts";
import { drawMermaid } from "../diagram/draw-mermaid.ts";
import { headingId } from "./heading-id.ts";
import { resolveLink } from "./resolve-link.ts";
import { sectionToHtml } from "./section-to-html.ts";

/** The texts of a process as HTML. */
export interface ProcessTexts {
  readonly introduction: string;
  /** Instructions by step; a step without a section has none. */
  readonly steps: Readonly<Record<StepId, string>>;
  /** Sections that belong to no step, in the order written. */
  readonly sections: readonly TextSection[];
  /** Whether a diagram in it is drawn only when the page is open. */
  readonly drawsLater: boolean;
}

export interface TextSection {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

/** What a text may lead to. */
export interface TextSurroundings {
  /** Path the site is served under. */
  readonly base: string;
  /** Words that lead to the glossary, in lower case, with the id each has there. */
  readonly linkedTerms: readonly (readonly [term: string, id: string])[];
  /** Titles of the roles, inside which no word leads anywhere. */
  readonly roleTitles: readonly string[];
}

/** The body of a process as HTML for its page. */
export function processTexts(
  parsed: ParsedProcess,
  definition: ProcessDefinition,
  surroundings: TextSurroundings,
): ProcessTexts {
  let drawsLater = false;
  const render = renderer(definition, surroundings, () => {
    drawsLater = true;
  });
  const taken = new Set(definition.steps.map((step) => step.id));
  const stepSections = new Map(
    definition.steps.map((step) => [step.id, findSection(parsed.body, step.title)] as const),
  );
  const used = new Set(stepSections.values());
  const introduction = render(parsed.body.introduction, 1, "introduction");
  const steps = Object.fromEntries(
    [...stepSections].flatMap(([id, section]) => (section ? [[id, render(section, 1, id)]] : [])),
  );
  const sections = parsed.body.sections
    .filter((section) => !used.has(section))
    .map((section) => {
      const id = headingId("about", section.title, taken);
      return { id, title: section.title, html: render(section, 0, id) };
    });
  return { introduction, steps, sections, drawsLater };
}

type Section = ParsedProcess["body"]["introduction"];

/** Renders the sections of one page one after the other, since a term is linked only where it first stands. */
function renderer(
  { path, title }: ProcessDefinition,
  { base, linkedTerms, roleTitles }: TextSurroundings,
  onUndrawn: () => void,
) {
  const terms = new Map(linkedTerms.map(([term, id]) => [term, `${base}glossary/#${id}`]));
  const names = [...terms.keys(), ...roleTitles.map((role) => role.toLowerCase())];
  return (section: Section, headingShift: number, idPrefix: string): string =>
    sectionToHtml(section, {
      headingShift,
      idPrefix,
      terms,
      names,
      resolveLink: (url) => resolveLink(url, path, base),
      drawMermaid: (text) => {
        const svg = drawMermaid(text, siteText.processPage.diagramIn(section.title || title));
        if (svg === undefined) onUndrawn();
        return svg;
      },
    });
}
