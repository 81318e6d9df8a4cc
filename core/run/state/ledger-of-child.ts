import type { Ledger } from "../ledger/ledger.ts";
import { ledgerIn } from "../ledger/notes-of.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";

/** The notes of the run that a step is, by its issue; nothing for every other step, and while that run has none. */
export function ledgerOfChild(issue: ObservedIssue | undefined): Ledger | undefined {
  return issue !== undefined && isChildRun(issue) ? ledgerIn(issue) : undefined;
}
