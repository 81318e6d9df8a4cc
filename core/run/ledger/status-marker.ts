import { writePayload } from "../notes/index.ts";
import type { ObservedComment, ObservedIssue } from "../observed/observed-run.ts";
import type { Ledger } from "./ledger.ts";
import { noLedger } from "./read-ledger.ts";
import { storeLedger } from "./store-ledger.ts";

/** The kind of the note that holds the ledger. */
export const statusKind = "status";

/** The note at the end of a status comment: the ledger, or that there is none yet. */
export function writeStatusMarker(ledger: Ledger | null): string {
  return writePayload(statusKind, ledger === null ? noLedger : storeLedger(ledger));
}

/** Whether a comment has the form of a status comment, whoever wrote it. */
export function isStatusComment({ body }: Pick<ObservedComment, "body">): boolean {
  return body.includes(`<!-- handrail:${statusKind} `);
}

/** The bot's status comment on a run issue, the first one when there are several; nothing before there is any. */
export function findStatusComment({
  run,
}: {
  readonly run: Pick<ObservedIssue, "comments">;
}): ObservedComment | undefined {
  return run.comments.find((comment) => comment.isOurs && isStatusComment(comment));
}
