import { glossary } from "./glossary.ts";

/**
 * The words that texts lead to, in lower case, with the id each has in the glossary. Longer ones come first, so that
 * “lead time” is found before “lead”.
 */
export function linkedTerms(houseWords: ReadonlyMap<string, string>): [term: string, id: string][] {
  return glossary(houseWords)
    .filter(({ isLinked }) => isLinked)
    .map(({ term, id }): [string, string] => [term.toLowerCase(), id])
    .sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
}
