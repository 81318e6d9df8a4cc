import { glossaryTerms } from "../../core/text/index.ts";
import { headingId } from "../markdown/heading-id.ts";

/** A word of the handbook, and what it means. */
export interface GlossaryEntry {
  readonly id: string;
  readonly term: string;
  readonly meaning: string;
}

/** Every word of the glossary, by name. */
export function glossary(): GlossaryEntry[] {
  const taken = new Set<string>();
  return Object.entries(glossaryTerms)
    .map(([term, meaning]) => ({ id: headingId("", term, taken), term, meaning }))
    .sort((a, b) => a.term.localeCompare(b.term));
}
