import {
  findSection,
  type ParsedProcess,
  type ProcessDefinition,
  type StepId,
} from "../../core/definition/index.ts";
import { headingId } from "./heading-id.ts";
import { instructionsToHtml } from "./instructions-to-html.ts";
import { resolveLink } from "./resolve-link.ts";

/** The texts of a process as HTML. */
export interface ProcessTexts {
  readonly introduction: string;
  /** Instructions by step; a step without a section has none. */
  readonly steps: Readonly<Record<StepId, string>>;
  /** Sections that belong to no step, in the order written. */
  readonly sections: readonly TextSection[];
}

export interface TextSection {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

/** The body of a process as HTML for its page, which is served under `base`. */
export function processTexts(
  parsed: ParsedProcess,
  definition: ProcessDefinition,
  base: string,
): ProcessTexts {
  const resolve = (url: string) => resolveLink(url, definition.path, base);
  const taken = new Set(definition.steps.map((step) => step.id));
  const stepSections = new Map(
    definition.steps.map((step) => [step.id, findSection(parsed.body, step.title)] as const),
  );
  const used = new Set(stepSections.values());
  const steps: Record<StepId, string> = {};
  for (const [id, section] of stepSections) {
    if (section)
      steps[id] = instructionsToHtml(section.nodes, { headingShift: 1, idPrefix: id, resolveLink: resolve });
  }
  const sections = parsed.body.sections
    .filter((section) => !used.has(section))
    .map((section) => {
      const id = headingId("about", section.title, taken);
      const html = instructionsToHtml(section.nodes, { headingShift: 0, idPrefix: id, resolveLink: resolve });
      return { id, title: section.title, html };
    });
  const introduction = instructionsToHtml(parsed.body.introduction.nodes, {
    headingShift: 1,
    idPrefix: "introduction",
    resolveLink: resolve,
  });
  return { introduction, steps, sections };
}
