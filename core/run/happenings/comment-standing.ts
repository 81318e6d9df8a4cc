import { standsFor } from "../ledger/comments-in.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import type { ObservedComment, ObservedIssue } from "../observed/observed-run.ts";
import { answerKey, hasSaid } from "../said.ts";

/**
 * What has become of a comment with commands: nothing yet; its facts stand in the ledger, but what there is to say to it may not
 * have been said; it was answered and followed, and the ledger has lost the facts since; or all is done. The bot's sign is put on a
 * comment last of all, so one without it is not done; one that it has marked as seen is.
 */
export type CommentStanding = "new" | "unsaid" | "lost" | "done";

export function commentStanding(
  comment: ObservedComment,
  issue: ObservedIssue,
  ledger: Ledger | undefined,
): CommentStanding {
  if (comment.isSetAside) return "done";
  const entry = ledger?.entries.find((candidate) => standsFor(candidate, comment.number));
  const isAnswered = hasSaid(answerKey(comment.number), issue);
  if (entry) return isAnswered || comment.hasOurReaction || saysNothing(entry) ? "done" : "unsaid";
  if (!isAnswered) return "new";
  return comment.hasOurReaction && ledger !== undefined ? "lost" : "done";
}

/** The ledger as it was before the first fact that came from a comment. */
export function ledgerBefore(comment: ObservedComment, ledger: Ledger): Ledger {
  const first = ledger.entries.findIndex((entry) => standsFor(entry, comment.number));
  return first < 0 ? ledger : { ...ledger, entries: ledger.entries.slice(0, first) };
}

/** A start that was agreed to is answered by its plan, what was taken back by what stands there instead, and a newer text by what is said of it on the run. */
function saysNothing({ kind }: LedgerEntry): boolean {
  return kind === "go" || kind === "undone" || kind === "upgraded";
}
