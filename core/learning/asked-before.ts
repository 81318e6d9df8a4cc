import type { Proposal } from "./proposal.ts";
import { type KnownSuggestion, suggestionKey } from "./suggestion-key.ts";

interface Asked extends KnownSuggestion {
  readonly hits: number;
}

/** In how many runs a suggestion has to be seen to be asked once more: twice as many as when it was asked last; 0 where it never was. */
export function askedAgainFrom(suggestion: KnownSuggestion, asked: readonly Asked[]): number {
  const key = suggestionKey(suggestion);
  const same = asked.filter((one) => suggestionKey(one) === key);
  return 2 * Math.max(0, ...same.map(({ hits }) => hits));
}

/** Those of some suggestions that were never asked, or have been seen in twice as many runs since. */
export function notAskedBefore<P extends Pick<Proposal, "rule" | "step" | "evidence" | "wish">>(
  proposals: readonly P[],
  asked: readonly Asked[],
): P[] {
  return proposals.filter((proposal) => proposal.evidence.hits >= askedAgainFrom(proposal, asked));
}
