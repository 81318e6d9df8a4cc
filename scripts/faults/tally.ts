import type { Played } from "./play.ts";

/** What many lives came to. */
export interface Tally {
  readonly schedules: number;
  readonly faults: number;
  readonly requests: number;
  readonly twins: number;
  /** Lives that ended otherwise than without faults. */
  readonly failed: number;
  /** How many violations of each kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** The numbers of the first schedules that failed. */
  readonly failures: readonly number[];
}

export const nothingYet: Tally = {
  schedules: 0,
  faults: 0,
  requests: 0,
  twins: 0,
  failed: 0,
  kinds: {},
  failures: [],
};

const keptFailures = 20;

/** Adds one life. */
export function count(tally: Tally, number: number, { faults, requests, twins, violations }: Played): Tally {
  const one: Tally = {
    schedules: 1,
    faults: faults.length,
    requests,
    twins,
    failed: violations.length > 0 ? 1 : 0,
    kinds: Object.fromEntries(
      [...Map.groupBy(violations, ({ kind }) => kind)].map(([kind, found]) => [kind, found.length]),
    ),
    failures: violations.length > 0 ? [number] : [],
  };
  return sum(tally, one);
}

export function sum(a: Tally, b: Tally): Tally {
  const kinds = new Set([...Object.keys(a.kinds), ...Object.keys(b.kinds)]);
  return {
    schedules: a.schedules + b.schedules,
    faults: a.faults + b.faults,
    requests: a.requests + b.requests,
    twins: a.twins + b.twins,
    failed: a.failed + b.failed,
    kinds: Object.fromEntries(
      [...kinds].sort().map((kind) => [kind, (a.kinds[kind] ?? 0) + (b.kinds[kind] ?? 0)]),
    ),
    failures: [...a.failures, ...b.failures].sort((x, y) => x - y).slice(0, keptFailures),
  };
}
