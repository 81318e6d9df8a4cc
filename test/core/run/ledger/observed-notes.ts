import type { Ledger } from "../../../../core/run/ledger/ledger.ts";
import { writeStatusMarker } from "../../../../core/run/ledger/status-marker.ts";
import { storeLedger } from "../../../../core/run/ledger/store-ledger.ts";
import { writeMarker, writePayload } from "../../../../core/run/notes/index.ts";
import type {
  ObservedComment,
  ObservedIssue,
  RunIssues,
} from "../../../../core/run/observed/observed-run.ts";
import { ourComment } from "../observed-comment.ts";

/** The number of the run whose notes are read. */
export const runNumber = 7;

/** A status comment that the bot wrote, with a ledger in it. */
export function statusComment(ledger: Ledger | null, change: Partial<ObservedComment> = {}): ObservedComment {
  return ourComment(`On track.\n\n${writeStatusMarker(ledger)}`, change);
}

/** A status comment whose stored ledger is this text. */
export function statusCommentHolding(stored: string, change: Partial<ObservedComment> = {}): ObservedComment {
  return ourComment(`On track.\n\n${writePayload("status", stored)}`, change);
}

/** A step of the run that the bot wrote, with a copy of a ledger at its end. */
export function stepWithCopy(ledger: Ledger, { run = runNumber, isOurs = true } = {}): ObservedIssue {
  const body = `${writeMarker("step", { run, step: "draft", revision: "abc" })}\n\n${writePayload("kept", storeLedger(ledger))}`;
  return { isOurs, writtenBody: body, body } as ObservedIssue;
}

/** A run with these comments and steps. */
export function observedRun(
  comments: readonly ObservedComment[],
  steps: readonly ObservedIssue[] = [],
  change: Partial<ObservedIssue> = {},
): Pick<RunIssues, "run" | "steps"> {
  return { run: { number: runNumber, state: "open", comments, ...change } as ObservedIssue, steps };
}
