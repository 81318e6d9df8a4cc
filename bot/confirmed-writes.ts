import {
  type AppliedChange,
  type Confirmed,
  carryConfirmed,
  longestLagMilliseconds,
  type RunIssues,
} from "../core/run/index.ts";

/**
 * What GitHub has confirmed lately and may not show yet, by run. It lives in one process and for a short while: whatever
 * is lost with it is healed by the next look.
 */
export interface ConfirmedWrites {
  /** Changes were confirmed; `before` is the run as it was right before them. */
  readonly add: (run: number, applied: readonly AppliedChange[], before: RunIssues) => void;
  /** An observation with what it does not show yet, for as long as reads may lag, and whether there was anything of that: then it is behind. */
  readonly carry: <R extends RunIssues>(observed: R) => { readonly observed: R; readonly isBehind: boolean };
}

/** `elapsed` counts milliseconds since any moment, and only forward. */
export function createConfirmedWrites(elapsed: () => number): ConfirmedWrites {
  const writes = new Map<number, { readonly at: number; readonly confirmed: Confirmed }[]>();
  return {
    add(run, applied, before) {
      const at = elapsed();
      const known = writes.get(run) ?? [];
      writes.set(run, [...known, ...applied.map((one) => ({ at, confirmed: { applied: one, before } }))]);
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
      return { observed: carried.observed, isBehind: hidden.length > 0 };
    },
  };
}
