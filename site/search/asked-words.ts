import { namesDay, namesNothing } from "../../core/text/index.ts";
import { type PlainWord, plainWordsOf, withoutEnding } from "./fold-words.ts";
import { knows, knowsTogether, type NameIndex } from "./name-index.ts";

/** Shorter words are part of too many longer ones. */
const shortestPart = 4;

/** A word of a question, plain, and without its ending. */
export interface AskedWord {
  readonly whole: string;
  readonly stem: string;
}

/** What a question asks for: without the words that name nothing, unless it is made of them alone. */
export function askedWords(question: string, index: NameIndex): AskedWord[] {
  const all = plainWordsOf(question);
  const names = all.filter((word) => !isIdle(word, question));
  const isKnown = (word: string) => knows(index, withoutEnding(word));
  const asked = (names.length > 0 ? names : all).flatMap(({ whole, parts }) => {
    if (isKnown(whole)) return [whole];
    const areOne = (first: string, second: string) =>
      knowsTogether(index, withoutEnding(first), withoutEnding(second));
    return parts.length > 0 ? parts : inTwo(whole, areOne);
  });
  return inOne(asked, isKnown).map((whole) => ({ whole, stem: withoutEnding(whole) }));
}

/** `IT` among small letters is a name. */
function isIdle({ written }: PlainWord, question: string): boolean {
  const isEmphasised = written.length > 1 && written === written.toUpperCase() && /\p{Ll}/u.test(question);
  return namesDay(written) || (namesNothing(written) && !isEmphasised);
}

/** A word that is two words here, which belong together: `tradefair`, but not `blockchain`. */
function inTwo(word: string, areOne: (first: string, second: string) => boolean): string[] {
  for (let at = shortestPart; at <= word.length - shortestPart; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (areOne(first, second)) return [first, second];
  }
  return [word];
}

/** Two words that are one word here, and are not both known by themselves: `news letter`. */
function inOne(words: readonly string[], isKnown: (word: string) => boolean): string[] {
  const result: string[] = [];
  for (const word of words) {
    const before = result.at(-1);
    const both = `${before ?? ""}${word}`;
    const isOne = before !== undefined && isKnown(both) && !(isKnown(before) && isKnown(word));
    if (isOne) result.splice(-1, 1, both);
    else result.push(word);
  }
  return result;
}
