import { readSuggestions, readTicks } from "./learning-pull.ts";
import { learningThresholds } from "./learning-thresholds.ts";
import { withSuggestions } from "./with-suggestions.ts";

/** A pull request with suggestions, and the file it changes. */
export interface TickedPull {
  readonly body: string;
  /** The file where the branch began, and at its newest commit. */
  readonly original: string;
  readonly current: string;
}

/**
 * The file as the ticks of a pull request ask for it, where it reads otherwise now: a suggestion without its tick is taken out, and
 * comes back with it. Nothing where the file is as it should be, where somebody edited it by hand, or where the list was changed so
 * that nobody can tell which line is which.
 */
export function followTicks({ body, original, current }: TickedPull): string | undefined {
  const asked = readSuggestions(body);
  const ticks = readTicks(body);
  if (asked.length === 0 || asked.length > learningThresholds.most || ticks.length !== asked.length)
    return undefined;
  const chosen = (wanted: (index: number) => boolean) =>
    withSuggestions(
      original,
      asked.filter((_, index) => wanted(index)),
    ).text;
  const wanted = chosen((index) => ticks[index] === true);
  if (wanted === current) return undefined;
  const everyChoice = Array.from({ length: 2 ** asked.length }, (_, choice) => choice);
  const isOurs = everyChoice.some((choice) => chosen((index) => (choice & (1 << index)) !== 0) === current);
  return isOurs ? wanted : undefined;
}
