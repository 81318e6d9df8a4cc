import type { Decide } from "../../core/run/index.ts";
import { compare, type Violation } from "./compare.ts";
import type { FaultAt } from "./fault.ts";
import type { Happening, Life } from "./life.ts";
import { noFaults, type Schedule } from "./schedule.ts";
import { createStage, type PlayOptions, violation } from "./stage.ts";
import { Restless } from "./traffic.ts";
import { type VisibleIssue, visible } from "./visible.ts";

/** What became of a life. */
export interface Played {
  /** What people saw after each happening, once all was healed. */
  readonly seen: readonly (readonly VisibleIssue[])[];
  /** The faults that struck, in order. */
  readonly faults: readonly FaultAt[];
  /** What was not as in the calm life; the life ends at the first happening after which something was not. */
  readonly violations: readonly Violation[];
  /** The happening the violations were seen after. */
  readonly failedAt: number | undefined;
  /** Issues that were made twice, closed and taken off again. */
  readonly twins: number;
  readonly requests: number;
  /** After each happening: how many requests the bot made while faults could strike, and how many webhooks it got. */
  readonly counts: readonly { readonly requests: number; readonly events: number }[];
}

export interface LifeOptions extends PlayOptions {
  /** Whether the life goes on without a sweep where nothing shows of the faults that struck, so that what they left behind meets the next ones. */
  readonly goesOn: boolean;
}

/** A life without faults: what every other one is measured by. */
export function playCalm(life: Life, decide?: Decide): Promise<Played> {
  return play(life, noFaults, undefined, {
    processes: 1,
    stale: false,
    client: "ours",
    jobs: false,
    overHttp: false,
    goesOn: false,
    decide,
  });
}

/**
 * Plays a life under faults. After each happening with any, and after the last one, the faults end, one sweep goes by, and everything
 * people see has to be as in the calm life there; a second sweep must find nothing to write. After another happening all has to be so without a
 * sweep; where it is not, it is swept as well. A life that goes on is swept after a happening with faults only where they show, and at its end.
 */
export async function play(
  life: Life,
  schedule: Schedule,
  calm: Played | undefined,
  options: LifeOptions,
): Promise<Played> {
  const stage = await createStage(life, options);
  const allowance = { healedTwins: options.processes > 1 || options.stale };
  const seen: (readonly VisibleIssue[])[] = [];
  const counts: { requests: number; events: number }[] = [];
  let twins = 0;
  let violations: readonly Violation[] = [];

  async function passOn(index: number, happening: Happening): Promise<readonly Violation[]> {
    const { isCalm, ...counted } = await stage.happen(index, happening, schedule);
    counts.push(counted);
    if (calm && (isCalm || options.goesOn) && index < life.happenings.length - 1) {
      const unswept = visible(stage.world);
      if (compare(calm.seen[index] ?? [], unswept, allowance).violations.length === 0) {
        seen.push(unswept);
        return [];
      }
    }
    const failures = await stage.heal();
    const now = visible(stage.world);
    seen.push(now);
    const compared = compare(calm?.seen[index] ?? now, now, allowance);
    twins = compared.twins;
    return [...compared.violations, ...failures, ...(await stage.rest())];
  }

  for (const [index, happening] of life.happenings.entries()) {
    violations = await passOn(index, happening).catch((error: unknown) => {
      if (error instanceof Restless) return [violation("not at rest", "It goes on and on.")];
      throw error;
    });
    if (violations.length > 0) break;
  }
  await stage.world.close();
  const failedAt = violations.length > 0 ? Math.max(counts.length, seen.length) - 1 : undefined;
  return { seen, faults: stage.struck, violations, failedAt, twins, requests: stage.requests(), counts };
}
