import type { ObservedComment, ObservedIssue } from "../observed/observed-run.ts";

/** Whether a comment on the issue of a run was written after the run had ended, when its retrospective could be read. */
export function isAfterEnd(comment: ObservedComment, run: ObservedIssue): boolean {
  return run.state === "closed" && run.closedAt !== null && comment.createdAt >= run.closedAt;
}
