import type { ProcessFigures } from "./figures-of-runs.ts";

/** Processes in the order in which they want attention: most steps late now, then the smallest share on time; who has none yet at the end. */
export function lateFirst(processes: readonly ProcessFigures[]): ProcessFigures[] {
  return processes.toSorted(
    (a, b) =>
      b.lateNow.n - a.lateNow.n ||
      (a.onTime.value ?? 2) - (b.onTime.value ?? 2) ||
      (a.process < b.process ? -1 : 1),
  );
}
