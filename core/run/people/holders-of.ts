import type { ObservedIssue } from "../observed/observed-run.ts";

/**
 * Whom the bot gave an issue that it made, by the logins they have now; empty where people changed who is assigned, since
 * that is an act of its own.
 */
export function holdersOf({ isOurs, assignment, assignees }: ObservedIssue): readonly string[] {
  const isAsGiven = assignment === null || assignment.isOurs;
  return isOurs && isAsGiven ? assignees : [];
}
