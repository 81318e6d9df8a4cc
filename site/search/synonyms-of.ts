import { foldWords } from "./fold-words.ts";

/** The folded words that mean the same as some of these folded words; those themselves are not among them. */
export type AddSynonyms = (words: readonly string[]) => string[];

/** Knows groups of words for one thing. A word of a group may be several words, which must then stand side by side. */
export function synonymsOf(groups: readonly (readonly string[])[]): AddSynonyms {
  const folded = groups.map((group) => group.map((phrase) => foldWords(phrase)));
  /** By its first word: the phrase, and the group it is in. */
  const phrases = new Map<string, { readonly rest: readonly string[]; readonly group: number }[]>();
  for (const [group, own] of folded.entries())
    for (const [first, ...rest] of own) {
      if (first === undefined) continue;
      const known = phrases.get(first) ?? [];
      known.push({ rest, group });
      phrases.set(first, known);
    }
  return (words) => {
    const found = new Set<number>();
    for (const [at, word] of words.entries())
      for (const { rest, group } of phrases.get(word) ?? [])
        if (rest.every((next, offset) => words[at + 1 + offset] === next)) found.add(group);
    const added = new Set([...found].flatMap((group) => (folded[group] ?? []).flat()));
    return [...added].filter((word) => !words.includes(word));
  };
}
