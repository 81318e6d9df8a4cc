import type { DecidedSuggestion } from "../metrics/index.ts";
import { readLearningBranch, readSuggestions, readTicks } from "./learning-pull.ts";

/** A pull request with suggestions that is merged or closed, as its forge tells of it. */
export interface DecidedPull {
  readonly number: number;
  readonly url: string;
  readonly branch: string;
  readonly body: string;
  readonly isMerged: boolean;
  readonly decidedAt: string;
}

/**
 * What people decided about each suggestion of a pull request: it is taken up where the pull request was merged with its tick. Where the list
 * was changed so that nobody can tell which tick is whose, what was merged counts as a whole. Empty for a pull request that remembers none.
 */
export function decisionsOfPull(pull: DecidedPull): DecidedSuggestion[] {
  const about = readLearningBranch(pull.branch);
  if (about === undefined) return [];
  const asked = readSuggestions(pull.body);
  const ticks = readTicks(pull.body);
  const isTicked = (index: number) => ticks.length !== asked.length || ticks[index] === true;
  return asked.map((suggestion, index) => ({
    ...suggestion,
    process: about.process,
    pull: { number: pull.number, url: pull.url },
    at: pull.decidedAt,
    isTaken: pull.isMerged && isTicked(index),
  }));
}
