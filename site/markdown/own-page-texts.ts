import type { ParsedPage } from "../../core/definition/index.ts";
import { headingId } from "./heading-id.ts";
import type { TextSection } from "./process-texts.ts";
import { sectionRenderer, type TextSurroundings } from "./section-renderer.ts";

/** A page of the handbook's own, as HTML. */
export interface OwnPageTexts {
  /** What stands before the first heading. */
  readonly introduction: string;
  readonly sections: readonly TextSection[];
  /** Whether a diagram in it is drawn only when the page is open. */
  readonly drawsLater: boolean;
}

/** The body of a page of the handbook's own as HTML. */
export function ownPageTexts(
  { path, body }: ParsedPage,
  title: string,
  surroundings: TextSurroundings,
): OwnPageTexts {
  let drawsLater = false;
  const render = sectionRenderer({ path, title }, surroundings, () => {
    drawsLater = true;
  });
  const taken = new Set<string>();
  const introduction = render(body.introduction, 0, "introduction");
  const sections = body.sections.map((section) => {
    const id = headingId("about", section.title, taken);
    return { id, title: section.title, html: render(section, 0, id) };
  });
  return { introduction, sections, drawsLater };
}
