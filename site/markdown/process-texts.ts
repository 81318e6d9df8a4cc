import {
  findSection,
  type ParsedProcess,
  type ProcessDefinition,
  type StepId,
} from "../../core/definition/index.ts";
import { headingId } from "./heading-id.ts";
import { sectionRenderer, type TextSurroundings } from "./section-renderer.ts";

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

/** The body of a process as HTML for its page. */
export function processTexts(
  parsed: ParsedProcess,
  definition: ProcessDefinition,
  surroundings: TextSurroundings,
): ProcessTexts {
  let drawsLater = false;
  const render = sectionRenderer(definition, surroundings, () => {
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
