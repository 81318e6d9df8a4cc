import type { StepId } from "../../definition/index.ts";

/** The step id of a sub-issue that somebody added by hand. */
export function addedByHand(issue: number): StepId {
  return `issue-${issue}`;
}
