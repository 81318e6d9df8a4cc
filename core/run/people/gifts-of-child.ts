import type { ObservedIssue } from "../observed/observed-run.ts";
import { ledgerOfChild } from "../state/ledger-of-child.ts";
import { type Gift, giftsOfRun } from "./gifts-of-run.ts";
import { starterOf } from "./starter-of.ts";

/** The gifts in the run that a step is, by its issue, and in those inside it; empty for every other step. */
export function giftsOfChild(issue: ObservedIssue | undefined): readonly Gift[] {
  const ledger = ledgerOfChild(issue);
  if (issue === undefined || ledger === undefined) return [];
  return giftsOfRun(ledger, starterOf({ ledger, observed: { run: issue } }));
}
