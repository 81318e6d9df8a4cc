import { labels } from "../labels.ts";
import { findStatusComment } from "../ledger/status-marker.ts";
import { runningStatus, type StatusFacts } from "../status-comment.ts";
import type { Change } from "./change.ts";

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
  const missing = Object.values(labels).filter(({ name }) => !observed.repository.labels.includes(name));
  const made = missing.map((label): Change => ({ kind: "create-label", ...label }));
  const canLabel = observed.repository.labels.includes(labels.run.name);
  const onRun: Change[] =
    !canLabel || observed.run.labels.includes(labels.run.name)
      ? []
      : [{ kind: "add-labels", issue: observed.run.number, labels: [labels.run.name] }];
  return [...status, ...made, ...onRun];
}
