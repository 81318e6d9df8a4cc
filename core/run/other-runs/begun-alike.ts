import type { Instant } from "../../metrics/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { longestLagMilliseconds } from "../observed/longest-lag.ts";
import { currentAnchorDate } from "../state/current-anchor-date.ts";
import type { OtherRun } from "./other-run.ts";

/** Sweeps come every hour; one of the next finds two starts that did not see each other. */
const lookedForMilliseconds = 3 * 3_600_000;

/**
 * Whether a run has begun so lately that another one like it may have begun at the same moment, neither of them shown to the other. Not yet
 * within the first minute, in which lists may still lag.
 */
export function mayHaveBegunAlike({ startedAt }: Ledger, now: Instant): boolean {
  const since = startedAt === null ? -1 : millisecondsBetween(startedAt, now);
  return since >= longestLagMilliseconds && since < lookedForMilliseconds;
}

/**
 * The number of an open run of the same process and for the same anchor date that began within the same minute, where nobody was warned of
 * either before: the oldest of several. Nothing when there is none. Of two such runs each finds the other.
 */
export function begunAlike(
  ledger: Ledger,
  run: number,
  others: readonly OtherRun[],
  now: Instant,
): number | undefined {
  const { startedAt } = ledger;
  if (startedAt === null || !mayHaveBegunAlike(ledger, now)) return undefined;
  const alike = others.filter(
    (other) =>
      other.number !== run &&
      other.process === ledger.process &&
      other.anchorDate === currentAnchorDate(ledger) &&
      typeof other.startedAt === "string" &&
      Math.abs(millisecondsBetween(startedAt, other.startedAt)) < longestLagMilliseconds &&
      other.like !== run &&
      ledger.like !== other.number,
  );
  return alike.length === 0 ? undefined : Math.min(...alike.map(({ number }) => number));
}

function millisecondsBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}
