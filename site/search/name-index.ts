import MiniSearch from "minisearch";
import { synonyms as shipped } from "../../core/text/index.ts";
import { foldWords } from "./fold-words.ts";
import type { NameEntry } from "./name-entries.ts";
import { synonymsOf } from "./synonyms-of.ts";

/** An index of folded words; what it finds is named by the place of the entry in its list. */
export type NameIndex = MiniSearch<Record<string, unknown>>;

/** How much a word counts where it stands in a title, among words for the same, among other words, or around. */
const boosts = { title: 5, same: 3, also: 3, around: 1 };
/** Every approval is found by this word, however it is called. */
const approval = foldWords("approve");

/** So that whoever types meanwhile sees it, in a handbook of thousands of steps. */
const indexedAtOnce = 500;

/** Indexes entries; words for the same thing are added to those that have one of them. */
export async function nameIndex(
  entries: readonly NameEntry[],
  ownSynonyms: readonly (readonly string[])[],
): Promise<NameIndex> {
  const addSynonyms = synonymsOf([...shipped.map(({ en, de, da }) => [...en, ...de, ...da]), ...ownSynonyms]);
  const index: NameIndex = new MiniSearch({
    fields: Object.keys(boosts),
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
    searchOptions: { boost: boosts, tokenize: (text) => [text] },
  });
  const foldOnce = once((text) => foldWords(text).join(" "));
  const sameOnce = once((text) => addSynonyms(foldWords(text)).join(" "));
  await index.addAllAsync(
    entries.map(({ title, also, around, of, isApproval }, id) => {
      const titleWords = foldWords(title);
      const alsoWords = foldWords(also);
      const own = isApproval ? approval : [];
      return {
        id,
        title: titleWords.join(" "),
        also: alsoWords.join(" "),
        same: [...own, ...addSynonyms([...titleWords, ...own]), ...addSynonyms(alsoWords)].join(" "),
        // A step is asked for with its process, by whichever word people have for that.
        around: [...around.map(foldOnce), ...(of === undefined ? [] : [sameOnce(of)])].join(" "),
      };
    }),
    { chunkSize: indexedAtOnce },
  );
  return index;
}

/** Whether a folded word stands just so in a name, among other words for it, or around it. */
export function knows(index: NameIndex, term: string): boolean {
  return index.search(term).length > 0;
}

/** Whether two folded words stand together somewhere. */
export function knowsTogether(index: NameIndex, first: string, second: string): boolean {
  return index.search({ queries: [first, second], combineWith: "AND" }).length > 0;
}

/** For texts that come again and again, such as the title of a process beside each of its steps. */
function once(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const worked = known.get(text) ?? work(text);
    known.set(text, worked);
    return worked;
  };
}
