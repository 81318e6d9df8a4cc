import type { History } from "./history.ts";

/** So many runs are kept of a version. */
const wanted = 36;

/**
 * The histories worth keeping: each shows a pair of things that those before it do not show together, the fullest first, until
 * there are enough.
 */
export function chooseHistories(histories: readonly History[]): readonly History[] {
  const rest = [...histories];
  const chosen: History[] = [];
  const seen = new Set<string>();
  while (chosen.length < wanted && rest.length > 0) {
    const best = rest
      .map((history) => ({ history, fresh: pairsOf(history).filter((pair) => !seen.has(pair)).length }))
      .reduce((a, b) => (b.fresh > a.fresh ? b : a));
    if (best.fresh === 0) seen.clear();
    for (const pair of pairsOf(best.history)) seen.add(pair);
    chosen.push(best.history);
    rest.splice(rest.indexOf(best.history), 1);
  }
  return chosen;
}

function pairsOf({ shows }: History): string[] {
  return shows.flatMap((one, index) => shows.slice(index).map((other) => `${one}, ${other}`));
}
