import { namesNothing } from "../../core/text/index.ts";
import { foldWords } from "./fold-words.ts";

const leastShare = 0.5;
const shortestBeginning = 4;

/**
 * Whether a text has the words that were asked for: half of them, of two words one; each as it is, in another form, or
 * at the beginning of a longer one. The index of texts shortens a word it does not have until something begins like it,
 * so that “Canva” would find every “can”. Where no word is asked for, every text is about it.
 */
export function isAbout(text: string, question: string): boolean {
  const all = question.split(/\s+/).filter((word) => foldWords(word).length > 0);
  const names = all.filter((word) => !namesNothing(word.replace(/,$/, "")));
  const asked = (names.length > 0 ? names : all).map((word) => foldWords(word));
  if (asked.length === 0) return true;
  const words = new Set(foldWords(text));
  const isThere = (word: string) =>
    words.has(word) ||
    (word.length >= shortestBeginning && [...words].some((longer) => longer.startsWith(word)));
  return asked.filter((forms) => forms.some(isThere)).length / asked.length >= leastShare;
}
