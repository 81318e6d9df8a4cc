import { readProcessId, runLabel } from "../../form/index.ts";
import { runOfStepBody } from "../step-issue/index.ts";
import type { ObservedIssue } from "./observed-run.ts";

/**
 * Whether an issue is a step of a run and a run of its own: the bot made it for a step that starts a process. What people
 * write there is for that run, not for the one above it.
 */
export function isChildRun(issue: Pick<ObservedIssue, "isOurs" | "body" | "labels">): boolean {
  const asksForProcess = issue.labels.includes(runLabel) || readProcessId(issue.body) !== undefined;
  return issue.isOurs && asksForProcess && runOfStepBody(issue.body) !== undefined;
}
