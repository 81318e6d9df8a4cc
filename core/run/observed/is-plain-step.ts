import { readProcessId } from "../../form/index.ts";
import { findStatusComment } from "../ledger/status-marker.ts";
import { saidWith } from "../said.ts";
import { asksForProcess, runOfStepBody } from "../step-issue/index.ts";
import type { ObservedIssue } from "./observed-run.ts";

/** The key of the word on an issue that somebody has made it a step of a run. */
export const addedByHandKey = "added by hand";

/**
 * Whether an issue is a step and no run of its own, whatever label or form people have put on it: the bot made it for such a step, or
 * somebody made it a step before it asked for a run, and it has never been answered as a start.
 */
export function isPlainStep(issue: ObservedIssue): boolean {
  const { isOurs, writtenBody, body, lastEdit } = issue;
  if (isOurs && runOfStepBody(writtenBody) !== undefined) return !asksForProcess(writtenBody);
  const joined = saidWith(addedByHandKey, issue);
  if (joined === undefined || findStatusComment({ run: issue }) !== undefined) return false;
  return readProcessId(body) === undefined || (lastEdit !== null && lastEdit.at >= joined.createdAt);
}
