import { type CivilDate, civilToday } from "../calendar/index.ts";
import type { DecidedSuggestion } from "../metrics/index.ts";
import { text } from "../text/index.ts";
import { askedAgainFrom } from "./asked-before.ts";
import { type ProposalPlace, proposalSentences, type ToldProposal, wishTaken } from "./describe-proposal.ts";
import { holdsWish } from "./holds-wish.ts";
import { isLearningRule } from "./proposal.ts";
import { suggestionKey } from "./suggestion-key.ts";

const words = text.learning.decided;

/** One decision in a sentence or two of plain text, with its day and where it was made. */
export interface Decision {
  readonly day: CivilDate;
  readonly pull: DecidedSuggestion["pull"];
  readonly isTaken: boolean;
  readonly text: string;
}

/**
 * What was learnt of what past runs of a process suggested, and what was not taken up, newest first: what was seen and in how many runs, what
 * the text says since, and when a suggestion that was not taken up is asked again. What was not taken up and stands in the text of today all the
 * same, or was asked again since, is left out.
 */
export function decisionsInWords(
  decided: readonly DecidedSuggestion[],
  place: ProposalPlace,
  timeZone: string,
): Decision[] {
  const own = decided
    .filter(({ process }) => process === place.definition.id)
    .toSorted((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0));
  const told = new Set<string>();
  return own.flatMap((one) => {
    const key = suggestionKey(one);
    const isNewest = !told.has(key);
    told.add(key);
    const suggestion = suggestionOf(one);
    const isThere = holdsWish(one.wish, place.definition);
    if (suggestion === undefined || (!one.isTaken && (!isNewest || isThere))) return [];
    const { seen, wish } = proposalSentences(suggestion, place);
    const become = one.isTaken
      ? isThere
        ? wishTaken(suggestion, place)
        : words.changedSince
      : `${wish} ${words.askedAgain(askedAgainFrom(one, own))}`;
    return [
      {
        day: civilToday(one.at, timeZone),
        pull: one.pull,
        isTaken: one.isTaken,
        text: `${seen} ${become}`,
      },
    ];
  });
}

/** The suggestion as its sentence was made from; nothing of a rule that is not known, or where the sentence was not kept. */
function suggestionOf({ rule, hits, wish, seen }: DecidedSuggestion): ToldProposal | undefined {
  if (seen === undefined || !isLearningRule(rule)) return undefined;
  const { title, detail, n, days } = seen;
  return { rule, title, detail, wish, evidence: { hits, n, days } };
}
