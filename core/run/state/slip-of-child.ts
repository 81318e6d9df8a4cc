import { type CivilDate, toEpochDay } from "../../calendar/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { ledgerIn } from "../ledger/notes-of.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";

/** Every open run is looked at daily; one that was not for so many days is left alone for some reason, and is waited for no longer. */
const longestUnseenDays = 31;

/**
 * Business days by which a run inside another one is expected to be over later than it promised, as its own status says;
 * zero for every other step, and while nothing is known.
 */
export function slipOfChild(issue: ObservedIssue | undefined): number {
  return ledgerOfChild(issue)?.slipBusinessDays ?? 0;
}

/**
 * Whether a step is an open run of its own that has not been looked at today: how late it will be is known of an earlier day only, so
 * what rests on it is said once it has been.
 */
export function isSlipOutdated(issue: ObservedIssue | undefined, today: CivilDate): boolean {
  const ledger = ledgerOfChild(issue);
  if (issue?.state !== "open" || ledger === undefined || ledger.startedAt === null) return false;
  const unseen = toEpochDay(today) - toEpochDay(ledger.checkedOn);
  return unseen > 0 && unseen <= longestUnseenDays;
}

function ledgerOfChild(issue: ObservedIssue | undefined): Ledger | undefined {
  return issue !== undefined && isChildRun(issue) ? ledgerIn(issue) : undefined;
}
