import type { Instant } from "../core/metrics/index.ts";
import {
  type AppliedChange,
  type Confirmed,
  carryConfirmed,
  longestLagMilliseconds,
  type RunIssues,
} from "../core/run/index.ts";

/**
 * What GitHub has confirmed lately and may not show yet, by run, and what its webhooks have told of. It lives in one process and for a short while: whatever
 * is lost with it is healed by the next look.
 */
export interface ConfirmedWrites {
  /** Changes were confirmed; `before` is the run as it was right before them. */
  readonly add: (run: number, applied: readonly AppliedChange[], before: RunIssues) => void;
  /** A webhook told that an issue was put below a run, or taken off it. */
  readonly expectStep: (run: number, number: number, at: Instant) => void;
  readonly expectNoStep: (run: number, number: number) => void;
  /** An observation with what it does not show yet, for as long as reads may lag, and whether there was anything of that: then it is behind. */
  readonly carry: <R extends RunIssues>(observed: R) => { readonly observed: R; readonly isBehind: boolean };
}

/** An issue that a webhook told was put below a run. */
interface Expected {
  readonly run: number;
  readonly number: number;
  readonly at: Instant;
  /** By the clock that lags are measured with. */
  readonly heardAt: number;
}

/** `elapsed` counts milliseconds since any moment, and only forward. */
export function createConfirmedWrites(elapsed: () => number): ConfirmedWrites {
  const writes = new Map<number, { readonly at: number; readonly confirmed: Confirmed }[]>();
  let expected: readonly Expected[] = [];

  /** The issues below a run that webhooks have told of and a read does not show. */
  function stillHidden({ run, steps }: RunIssues): readonly Expected[] {
    const there = new Set(steps.map(({ number }) => number));
    expected = expected.filter((one) => isFresh(one) && (one.run !== run.number || !there.has(one.number)));
    return expected.filter((one) => one.run === run.number);
  }

  function isFresh({ heardAt }: Expected): boolean {
    return heardAt > elapsed() - longestLagMilliseconds;
  }

  return {
    add(run, applied, before) {
      const at = elapsed();
      const known = writes.get(run) ?? [];
      writes.set(run, [...known, ...applied.map((one) => ({ at, confirmed: { applied: one, before } }))]);
    },
    expectStep(run, number, at) {
      expected = [...expected.filter(isFresh), { run, number, at, heardAt: elapsed() }];
    },
    expectNoStep(run, number) {
      expected = expected.filter((one) => one.run !== run || one.number !== number);
    },
    carry(observed) {
      const { number } = observed.run;
      const since = elapsed() - longestLagMilliseconds;
      const fresh = (writes.get(number) ?? []).filter(({ at }) => at > since);
      const carried = carryConfirmed(
        observed,
        fresh.map(({ confirmed }) => confirmed),
      );
      const hidden = fresh.filter(({ confirmed }) => carried.hidden.includes(confirmed));
      if (hidden.length > 0) writes.set(number, hidden);
      else writes.delete(number);
      const told = stillHidden(observed).map(({ number, at }) => ({ number, at }));
      if (told.length === 0) return { observed: carried.observed, isBehind: hidden.length > 0 };
      const joined = [...(observed.joined ?? []), ...told];
      return { observed: { ...carried.observed, joined }, isBehind: true };
    },
  };
}
