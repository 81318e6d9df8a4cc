import { findStatusComment } from "../ledger/status-marker.ts";
import { isChildRun } from "./is-child-run.ts";
import type { ObservedIssue } from "./observed-run.ts";

/** Whether a step is a run as well: the bot made it as one, or answers it as one since somebody put it below another run. */
export function isRunOfItsOwn(issue: ObservedIssue): boolean {
  return isChildRun(issue) || findStatusComment({ run: issue }) !== undefined;
}
