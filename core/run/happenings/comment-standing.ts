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
  if (entry) return isAnswered || comment.hasOurReaction || saysNothing(entry, comment) ? "done" : "unsaid";
  if (!isAnswered) return "new";
  return comment.hasOurReaction && ledger !== undefined ? "lost" : "done";
}

/**
 * The ledger as it was before the first fact that came from a comment. A comment that only took something back has none: what stands
 * for it stands where that had stood.
 */
export function ledgerBefore({ number, createdAt }: ObservedComment, ledger: Ledger): Ledger {
  const added = (is: (entry: LedgerEntry) => boolean) =>
    ledger.entries.findIndex((entry) => entry.kind !== "undone" && is(entry));
  const own = added((entry) => standsFor(entry, number));
  const first = own >= 0 ? own : added(({ at }) => at > createdAt);
  return first < 0 ? ledger : { ...ledger, entries: ledger.entries.slice(0, first) };
}

/**
 * A start that was agreed to is answered by its plan, an answer to a retrospective by nothing, and what was taken back since by what stands
 * there instead.
 */
function saysNothing(entry: LedgerEntry, { number }: ObservedComment): boolean {
  if (entry.kind === "undone") return entry.comment !== number;
  return entry.kind === "go" || entry.kind === "replied";
}
