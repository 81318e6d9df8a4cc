import { asksForDoer, asksForMeaning } from "../../core/text/index.ts";
import { type AskedWord, askedWords } from "./asked-words.ts";
import { foldWords } from "./fold-words.ts";
import { type NameEntry, nameEntries } from "./name-entries.ts";
import { type NameIndex, nameIndex } from "./name-index.ts";
import type { NameKind, SearchNames } from "./search-names.ts";

/** What must be true of a process or step, by the titles of its area and of a role in it. */
export interface NameFilters {
  readonly area?: string;
  readonly role?: string;
}

/** What a question found among the names of a handbook. */
export interface NameFinds {
  /** Best first. */
  readonly finds: readonly NameEntry[];
  /** Where nothing was found, the names that look most like it; they may have nothing to do with it. */
  readonly nearest: readonly NameEntry[];
}

/** The names of a handbook, ready to be searched. */
export interface NameSearch {
  /** The titles of areas and of roles in processes, in order. */
  readonly filters: Readonly<Record<keyof NameFilters, readonly string[]>>;
  /** What some words mean; without words, every process that the filters leave. */
  find(question: string, filters: NameFilters): NameFinds;
}

/** How much a find of each kind counts: whoever searches mostly looks for a whole process. */
const kindWeights: Readonly<Record<NameKind, number>> = {
  process: 1.8,
  person: 1.2,
  department: 1.2,
  role: 1.1,
  step: 1,
  page: 0.9,
  tool: 0.8,
  term: 0.5,
};
/** A title that says just what was asked. */
const wholeTitleWeight = 2.5;
/** Whoever is named as a whole among other words: IT in “processes that need IT”. */
const namedWeight = 2;
/** What a word means, where that is asked. */
const meaningWeight = 8;
/** A step, where somebody asks who does something. */
const doerWeight = 3;
/** This share of the words of a question must be found; a word that is only like one counts less. */
const leastShare = 0.5;
const shareOfLikeWord = 0.8;
const mostStepsOfProcess = 3;
const mostNearest = 3;
/** How much of a word may be other letters in a name that only looks like it. */
const nearestFuzziness = 0.4;

/** Makes names ready to be searched. */
export async function openNameSearch(names: SearchNames): Promise<NameSearch> {
  const entries = nameEntries(names);
  const index = await nameIndex(entries, names.synonyms);
  const inOrder = (texts: Iterable<string>) => [...new Set(texts)].sort((a, b) => a.localeCompare(b));
  return {
    filters: {
      area: inOrder(names.processes.map(({ area }) => area)),
      role: inOrder(names.processes.flatMap(({ steps }) => steps.flatMap(({ roles }) => roles))),
    },
    find: (question, filters) => {
      const isLeft = (entry: NameEntry) => passes(entry, filters);
      if (question.trim() === "")
        return { finds: entries.filter((entry) => entry.kind === "process" && isLeft(entry)), nearest: [] };
      const words = askedWords(question, index);
      const finds = fewStepsOfEach(best(words, question, index, entries).filter(isLeft));
      const nearest = finds.length > 0 ? [] : nearestTo(words, index, entries).filter(isLeft);
      return { finds, nearest: nearest.slice(0, mostNearest) };
    },
  };
}

/** How well an entry answers a word, or a question. */
interface Hit {
  readonly score: number;
  /** How much of what was asked was found: all of it is 1. */
  readonly share: number;
}

function best(
  words: readonly AskedWord[],
  question: string,
  index: NameIndex,
  entries: readonly NameEntry[],
): NameEntry[] {
  const sums = new Map<number, Hit>();
  for (const word of words)
    for (const [id, { score, share }] of hitsOf(word, index)) {
      const sum = sums.get(id) ?? { score: 0, share: 0 };
      sums.set(id, { score: sum.score + score, share: sum.share + share / words.length });
    }
  const stems = words.map(({ stem }) => stem);
  const scored = [...sums].flatMap(([id, { score, share }]) => {
    const entry = entries[id];
    if (entry === undefined || share < leastShare) return [];
    const weight = kindWeights[entry.kind] * titleWeight(entry, stems, question);
    return [{ entry, score: score * share * share * weight }];
  });
  return scored.sort((a, b) => b.score - a.score).map(({ entry }) => entry);
}

/** How much more the title of an entry says than that it has some of the words. */
function titleWeight({ kind, title }: NameEntry, stems: readonly string[], question: string): number {
  const words = foldWords(title);
  const isWho = kind === "department" || kind === "role" || kind === "person";
  const isDone = kind === "step" && asksForDoer.test(question);
  const isMeant = kind === "term" && asksForMeaning.test(question);
  const isNamed = isWho && words.every((word) => stems.includes(word));
  return (
    (words.join(" ") === stems.join(" ") ? wholeTitleWeight : 1) *
    (isNamed ? namedWeight : 1) *
    (isDone ? doerWeight : 1) *
    (isMeant ? meaningWeight : 1)
  );
}

/**
 * The entries that have a word, by their places: the word itself or one that begins with it; where there is none, one
 * that is spelt much like it.
 */
function hitsOf({ whole, stem }: AskedWord, index: NameIndex): Map<number, Hit> {
  const found = firstThatFinds([
    () => index.search(stem, { prefix: stem.length > 2 }),
    () => swapped(stem).flatMap((term) => index.search(term)),
    () => index.search(stem, { fuzzy: editsAllowed(whole, stem) }),
  ]);
  return new Map(
    found.map(({ id, score, terms }) => [id, { score, share: terms.includes(stem) ? 1 : shareOfLikeWord }]),
  );
}

function firstThatFinds<T>(ways: readonly (() => readonly T[])[]): readonly T[] {
  for (const way of ways) {
    const found = way();
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * How many letters may be missing, too many or wrong: none in short words, one, and two from eight letters on. Of a word that has lost
 * its ending, four letters are too few to be like another: `parking` is not like `part`.
 */
function editsAllowed(whole: string, stem: string): number {
  const isShort = stem.length < 4 || (stem.length === 4 && stem !== whole);
  if (isShort) return 0;
  return whole.length < 8 ? 1 : 2;
}

/** A word with each two neighbours changed over, which is one slip of the fingers. */
function swapped(word: string): string[] {
  if (word.length < 4) return [];
  return Array.from({ length: word.length - 1 }, (_, at) =>
    [word.slice(0, at), word[at + 1], word[at], word.slice(at + 2)].join(""),
  );
}

function nearestTo(
  words: readonly AskedWord[],
  index: NameIndex,
  entries: readonly NameEntry[],
): NameEntry[] {
  const found = words.flatMap(({ stem }) =>
    index.search(stem, { prefix: true, fuzzy: nearestFuzziness, fields: ["title"] }),
  );
  return found.sort((a, b) => b.score - a.score).flatMap(({ id }) => entries[id] ?? []);
}

function fewStepsOfEach(finds: readonly NameEntry[]): NameEntry[] {
  const steps = new Map<string | undefined, number>();
  return finds.filter(({ kind, of }) => {
    if (kind !== "step") return true;
    const count = (steps.get(of) ?? 0) + 1;
    steps.set(of, count);
    return count <= mostStepsOfProcess;
  });
}

function passes({ kind, area, roles = [] }: NameEntry, filters: NameFilters): boolean {
  const isWork = kind === "process" || kind === "step";
  return (
    (filters.area === undefined || (isWork && area === filters.area)) &&
    (filters.role === undefined || (isWork && roles.includes(filters.role)))
  );
}
