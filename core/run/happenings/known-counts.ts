import type { StepId } from "../../definition/index.ts";
import type { Ledger } from "../ledger/ledger.ts";

/** How often a step's issue had been closed and opened when the ledger last took note. */
export function knownCounts({ entries }: Ledger, step: StepId): { closings: number; reopenings: number } {
  const seen = entries.flatMap((other) => {
    const counts = other.seen?.get(step);
    return counts === undefined ? [] : [counts];
  });
  return {
    closings: Math.max(0, ...seen.map(([closings]) => closings)),
    reopenings: Math.max(0, ...seen.map(([, reopenings]) => reopenings)),
  };
}
