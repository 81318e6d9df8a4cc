import { findStatusComment } from "../ledger/status-marker.ts";
import { runningStatus, type StatusFacts } from "../status-comment.ts";
import type { Change } from "./change.ts";
import { labelChanges } from "./labels.ts";

/** The status comment with the ledger, before anything else; then the labels everything needs. */
export function statusChanges(facts: StatusFacts): Change[] {
  const { observed } = facts;
  const body = runningStatus(facts);
  const comment = findStatusComment(observed);
  const status: Change[] = !comment
    ? [{ kind: "post-comment", issue: observed.run.number, body }]
    : comment.body === body && !comment.isEditedByPeople
      ? []
      : [{ kind: "edit-comment", comment: comment.id, body }];
  return [...status, ...labelChanges(observed)];
}
