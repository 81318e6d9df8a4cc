import type { FaultAt } from "./fault.ts";
import type { Played } from "./play.ts";
import { type Case, playWith } from "./play-schedule.ts";

/** More trials than this are not worth the wait. */
const mostTrials = 60;

/** The fewest faults of a failing life, taken away one after the other, that still fail; and how they do. */
export async function shrink(whole: Case, failed: Played): Promise<Played> {
  let best = failed;
  let trials = 0;
  for (let size = Math.ceil(failed.faults.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < best.faults.length && trials < mostTrials; ) {
      trials += 1;
      const fewer = without(best.faults, from, size);
      const played = await playWith(fewer, whole);
      if (played.violations.length > 0 && played.faults.length < best.faults.length) best = played;
      else from += size;
    }
  }
  return best;
}

function without(faults: readonly FaultAt[], from: number, size: number): readonly FaultAt[] {
  return faults.filter((_, index) => index < from || index >= from + size);
}
