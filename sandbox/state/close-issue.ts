import { emit } from "./emit.ts";
import { notify } from "./notify.ts";
import { recordTimeline } from "./record-timeline.ts";
import type { Act, Issue, StateReason } from "./types.ts";

/**
 * Closes an open issue; a closed one stays as it is, its reason too ("ignored unless state is changed",
 * https://docs.github.com/en/rest/issues/issues#update-an-issue). Sub-issues and blockers do not hold it back.
 */
export function closeIssue(act: Act, issue: Issue, stateReason: StateReason = "completed"): void {
  if (issue.state === "closed") return;
  issue.state = "closed";
  issue.stateReason = stateReason;
  issue.closedAt = act.now;
  issue.closedBy = act.actor.account;
  recordTimeline(act, issue, { event: "closed", stateReason });
  emit(act, { name: "issues", action: "closed", issue });
  notify(act, issue, { kind: "closed", text: "", toSubscribers: true });
}

export function reopenIssue(act: Act, issue: Issue): void {
  if (issue.state === "open") return;
  issue.state = "open";
  issue.stateReason = "reopened";
  issue.closedAt = null;
  issue.closedBy = null;
  recordTimeline(act, issue, { event: "reopened" });
  emit(act, { name: "issues", action: "reopened", issue });
  notify(act, issue, { kind: "reopened", text: "", toSubscribers: true });
}
