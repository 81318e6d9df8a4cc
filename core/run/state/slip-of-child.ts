import { ledgerIn } from "../ledger/notes-of.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";

/**
 * Business days by which a run inside another one is expected to be over later than it promised, as its own status says;
 * zero for every other step, and while nothing is known.
 */
export function slipOfChild(issue: ObservedIssue | undefined): number {
  if (issue === undefined || !isChildRun(issue)) return 0;
  return ledgerIn(issue)?.slipBusinessDays ?? 0;
}
