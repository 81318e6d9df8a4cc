import type { RunIssues } from "../observed/observed-run.ts";
import { findStatusComment, readLedger } from "../status-comment.ts";
import { readAgreedStart } from "../step-issue/index.ts";
import type { Ledger } from "./ledger.ts";

/**
 * What the bot has noted about a run: the ledger in its status comment. When somebody deleted that comment, the ledger the
 * run began with. Nothing for an issue whose start has not been planned yet.
 */
export function ledgerOf(observed: RunIssues): Ledger | undefined {
  const ledger = readLedger(findStatusComment(observed));
  return ledger !== undefined && ledger.startedAt !== null ? ledger : (readAgreedStart(observed) ?? ledger);
}
