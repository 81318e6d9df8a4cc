import { emit } from "./emit.ts";
import { recordTimeline } from "./record-timeline.ts";
import type { Act, Issue } from "./types.ts";

export function lockIssue(act: Act, issue: Issue, lockReason: string | null): void {
  if (issue.locked) return;
  issue.locked = true;
  issue.lockReason = lockReason;
  recordTimeline(act, issue, { event: "locked", lockReason });
  emit(act, { name: "issues", action: "locked", issue });
}

export function unlockIssue(act: Act, issue: Issue): void {
  if (!issue.locked) return;
  issue.locked = false;
  issue.lockReason = null;
  recordTimeline(act, issue, { event: "unlocked" });
  emit(act, { name: "issues", action: "unlocked", issue });
}
