import { readProcessId } from "../../form/index.ts";
import type { Instant } from "../../metrics/index.ts";
import { findStatusComment } from "../ledger/status-marker.ts";
import { saidWith } from "../said.ts";
import { asksForProcess, runOfStepBody } from "../step-issue/index.ts";
import type { ObservedIssue } from "./observed-run.ts";

/** The key of the word on an issue that somebody has made it a step of a run. */
export const addedByHandKey = "added by hand";

/** An issue, as much of it as tells whether it is a step: what a short reading of many runs has of it as well. */
export type PlacedIssue = Pick<
  ObservedIssue,
  "isOurs" | "writtenBody" | "body" | "lastEdit" | "comments" | "belowRunSince"
>;

/**
 * Whether an issue is a step and no run of its own, whatever label or form people have put on it: the bot made it for such a step, or
 * somebody made it a step before it asked for a run, and it has never been answered as a start.
 */
export function isPlainStep(issue: PlacedIssue): boolean {
  const { isOurs, writtenBody, body, lastEdit } = issue;
  if (isOurs && runOfStepBody(writtenBody) !== undefined) return !asksForProcess(writtenBody);
  const since = stepSince(issue);
  if (since === undefined || findStatusComment({ run: issue }) !== undefined) return false;
  return readProcessId(body) === undefined || (lastEdit !== null && lastEdit.at >= since);
}

/** Since when an issue of people's own is a step: since they put it below a run, or at the latest since it was told so. */
function stepSince({ belowRunSince, comments }: PlacedIssue): Instant | undefined {
  const told = saidWith(addedByHandKey, { comments })?.createdAt;
  return told === undefined || (belowRunSince !== undefined && belowRunSince < told) ? belowRunSince : told;
}
