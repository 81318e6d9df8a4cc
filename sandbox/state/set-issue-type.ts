import { emit } from "./emit.ts";
import { recordTimeline } from "./record-timeline.ts";
import type { Act, Issue, IssueType } from "./types.ts";

/** Gives the issue a type, or takes it away with null. */
export function setIssueType(act: Act, issue: Issue, type: IssueType | null): void {
  const previous = issue.type;
  if (previous === type) return;
  issue.type = type;
  if (previous !== null) {
    recordTimeline(act, issue, { event: "issue_type_removed", type: previous });
    emit(act, { name: "issues", action: "untyped", issue, type: previous });
  }
  if (type !== null) {
    recordTimeline(act, issue, { event: "issue_type_added", type });
    emit(act, { name: "issues", action: "typed", issue, type });
  }
}
