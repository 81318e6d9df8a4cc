import type { Call } from "../../../sandbox/index.ts";

/** What some requests came to. */
export interface Cost {
  readonly requests: number;
  readonly writes: number;
  /** Of GraphQL, by GitHub's formula. */
  readonly points: number;
}

export function costOf(calls: readonly Call[]): Cost {
  return {
    requests: calls.length,
    writes: calls.filter(({ write }) => write).length,
    points: calls.reduce((sum, { points }) => sum + points, 0),
  };
}
