import { ledgerOf } from "../ledger/ledger-of.ts";
import type { RunIssues } from "../observed/observed-run.ts";
import { currentAnchorDate } from "../state/current-anchor-date.ts";
import type { OtherRun } from "./other-run.ts";

/** Whether a look has left a run so that no start has to wait for it any more: it has ended, or has another anchor date. */
export function setsStartsFree(before: RunIssues, after: RunIssues): boolean {
  const [ledger, now] = [ledgerOf(before), ledgerOf(after)];
  if (before.run.state === "closed" || !ledger || !now) return false;
  return after.run.state === "closed" || currentAnchorDate(ledger) !== currentAnchorDate(now);
}

/** The starts of the same process that wait, oldest first: what they looked like may be gone. */
export function startsSetFree(run: RunIssues, others: readonly OtherRun[]): number[] {
  const process = ledgerOf(run)?.process;
  return others
    .filter((other) => !other.hasBegun && other.process === process && other.number !== run.run.number)
    .map(({ number }) => number);
}
