import type { Instant } from "../../metrics/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { longestLagMilliseconds } from "../observed/longest-lag.ts";
import { currentAnchorDate } from "../state/current-anchor-date.ts";
import type { OtherRun } from "./other-run.ts";

/** Sweeps come every hour; one of the next finds two starts that did not see each other. */
const lookedForMilliseconds = 3 * 3_600_000;

/**
 * Whether a run has begun so lately that another one like it may have begun as well without having been shown to it. Not yet
 * within the first minute, in which lists may still lag.
 */
export function mayHaveBegunAlike({ startedAt }: Ledger, now: Instant): boolean {
  const since = startedAt === null ? -1 : millisecondsBetween(startedAt, now);
  return since >= longestLagMilliseconds && since < lookedForMilliseconds;
}

/** Another run that begins from the same facts, of which nobody was told when the plan was shown. */
export interface BegunAlike {
  readonly run: number;
  /** Whether it was under way already; it began at the same moment otherwise. */
  readonly isEarlier: boolean;
}

/**
 * An open run of the same process and for the same anchor date, where nobody was warned of either before: one that began within the same
 * minute, of which two each finds the other, or else one that began while this one waited; the oldest of several. Nothing when there is none,
 * and nothing of earlier ones for a start that was said to look like another run: whoever began it meant to.
 */
export function begunAlike(
  ledger: Ledger,
  run: number,
  others: readonly OtherRun[],
  now: Instant,
): BegunAlike | undefined {
  const { startedAt } = ledger;
  if (startedAt === null || !mayHaveBegunAlike(ledger, now)) return undefined;
  const alike = others.flatMap((other) => {
    if (other.number === run || other.process !== ledger.process) return [];
    if (other.anchorDate !== currentAnchorDate(ledger) || typeof other.startedAt !== "string") return [];
    if (ledger.like === other.number) return [];
    const before = millisecondsBetween(other.startedAt, startedAt);
    return [{ run: other.number, before, knewOfIt: other.like === run }];
  });
  // Of two at once it is enough that one was said to look like the other; whoever begins this one later has heard of neither.
  const together = alike.filter(
    ({ before, knewOfIt }) => !knewOfIt && Math.abs(before) < longestLagMilliseconds,
  );
  if (together.length > 0) return { run: oldestOf(together), isEarlier: false };
  const earlier = alike.filter(({ before }) => before >= longestLagMilliseconds);
  return earlier.length === 0 || ledger.like !== undefined
    ? undefined
    : { run: oldestOf(earlier), isEarlier: true };
}

function oldestOf(runs: readonly { readonly run: number }[]): number {
  return Math.min(...runs.map(({ run }) => run));
}

function millisecondsBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}
