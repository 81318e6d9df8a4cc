import { findStatusComment } from "../ledger/status-marker.ts";
import { runOfStepBody } from "../step-issue/index.ts";
import { isPlainStep, type PlacedIssue } from "./is-plain-step.ts";

/**
 * Whether an issue that is below another one would be taken for a start, and may be a step that its run has not heard of yet: only then
 * is it worth asking what it is below, and since when. Neither of a step of the bot nor of a run that was answered as one.
 */
export function isPlaceInQuestion(issue: PlacedIssue): boolean {
  const isMadeByRun = issue.isOurs && runOfStepBody(issue.writtenBody) !== undefined;
  return !isMadeByRun && findStatusComment({ run: issue }) === undefined && !isPlainStep(issue);
}
