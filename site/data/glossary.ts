import { glossaryTerms } from "../../core/text/index.ts";
import { headingId } from "../markdown/heading-id.ts";

/** A word of the handbook, and what it means. */
export interface GlossaryEntry {
  readonly id: string;
  readonly term: string;
  readonly meaning: string;
  /** Whether texts lead to it where they first use it. */
  readonly isLinked: boolean;
}

/**
 * Every word of the glossary, by name: those every process handbook has, and those of the house, `houseWords`, which
 * go before where both have a word. Texts lead to every word of the house; of the others to those of two parts and
 * long ones, since short ones such as “step” stand in every second sentence.
 */
export function glossary(houseWords: ReadonlyMap<string, string>): GlossaryEntry[] {
  const taken = new Set<string>();
  const own = new Set([...houseWords.keys()].map((term) => term.toLowerCase()));
  const common = Object.entries(glossaryTerms).filter(([term]) => !own.has(term));
  const isLong = (term: string) => term.includes(" ") || term.length > 8;
  return [
    ...common.map(([term, meaning]) => ({ term, meaning, isLinked: isLong(term) })),
    ...[...houseWords].map(([term, meaning]) => ({ term, meaning, isLinked: true })),
  ]
    .sort((a, b) => a.term.localeCompare(b.term))
    .map((entry) => ({ id: headingId("", entry.term, taken), ...entry }));
}
