import { civilToday } from "../calendar/index.ts";
import { type HandbookMeaning, handbookMeaning } from "../change/index.ts";
import type { ProposedMerge } from "./proposed-merge.ts";

/** What pull requests mean at a moment, each worked out once. All are of one observation. */
export function meaningsAt(now: string): (merge: ProposedMerge) => HandbookMeaning {
  const known = new Map<number, HandbookMeaning>();
  return (merge) => {
    const { number, before, after } = merge;
    const today = civilToday(now, before.handbook.config.timeZone);
    const meaning = known.get(number) ?? handbookMeaning(before, after, today);
    known.set(number, meaning);
    return meaning;
  };
}
