import { text } from "../../text/index.ts";
import { findStatusComment } from "../ledger/status-marker.ts";
import type { ObservedComment, ObservedRun } from "../observed/observed-run.ts";
import { runningStatus, type StatusFacts } from "../status-comment.ts";
import { continuation, findContinuation } from "../status-continuation.ts";
import type { Change } from "./change.ts";
import { labelChanges } from "./labels.ts";

/** The status comment with the ledger, before anything else; what has no room in it; and the labels everything needs. */
export function statusChanges(facts: StatusFacts): Change[] {
  const { observed } = facts;
  const { main, more } = runningStatus(facts);
  const before = findContinuation(observed);
  // Once the status fits into one comment again, the second one has nothing left to say.
  const rest = more ?? (before && continuation(text.status.nothingMore));
  return [
    ...written(main, findStatusComment(observed), observed),
    ...(rest === undefined ? [] : written(rest, before, observed)),
    ...labelChanges(observed),
  ];
}

/** A comment as it should be: made, or changed where it differs or people changed it. */
function written(body: string, comment: ObservedComment | undefined, { run }: ObservedRun): Change[] {
  if (!comment) return [{ kind: "post-comment", issue: run.number, body }];
  return comment.body === body && !comment.isEditedByPeople
    ? []
    : [{ kind: "edit-comment", comment: comment.id, body }];
}
