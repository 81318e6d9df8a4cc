import { emit } from "./emit.ts";
import { findIssue } from "./find-issue.ts";
import type { Act, Issue } from "./types.ts";

/** Removes the issue and every tie to it. Its number is never given again; its sub-issues stay, without a parent. */
export function deleteIssue(act: Act, issue: Issue): void {
  const { state } = act;
  if (issue.parentNumber !== null) {
    const { subIssueNumbers } = findIssue(state, issue.parentNumber);
    subIssueNumbers.splice(subIssueNumbers.indexOf(issue.number), 1);
  }
  for (const number of issue.subIssueNumbers) findIssue(state, number).parentNumber = null;
  for (const other of state.issues.values())
    other.blockedBy = other.blockedBy.filter(({ blockingNumber }) => blockingNumber !== issue.number);
  state.issues.delete(issue.number);
  state.deletedNumbers.add(issue.number);
  emit(act, { name: "issues", action: "deleted", issue });
}
