import { rememberEach } from "../../remember-each.ts";
import { readPayload } from "../notes/index.ts";
import type { ObservedComment, ObservedIssue, RunIssues } from "../observed/observed-run.ts";
import { newestCopy } from "./copy-of-ledger.ts";
import type { Ledger } from "./ledger.ts";
import { type LedgerReading, readStoredLedger } from "./read-ledger.ts";
import { isStatusComment, statusKind } from "./status-marker.ts";

/** Why a run is left alone, whatever happens to it: its notes are not to be understood, or not to be trusted. */
export type LeftAlone =
  | { readonly why: "unreadable" | "unsigned" | "forged" | "elsewhere" }
  | { readonly why: "newer"; readonly version: number };

/**
 * What the bot has noted about a run: its ledger, and whether that had to be taken from the copy in a step since the status
 * comment no longer has it; nothing yet; or why the run is left alone.
 */
export type RunNotes =
  | { readonly kind: "ledger"; readonly ledger: Ledger; readonly isFromCopy: boolean }
  | { readonly kind: "none" }
  | ({ readonly kind: "left-alone" } & LeftAlone);

/** Reads the notes of a run. A ledger that holds goes before comments that only look like one. */
export function notesOf(observed: Pick<RunIssues, "run" | "steps">): RunNotes {
  const { comments } = observed.run;
  const readings = comments.filter(({ isOurs }) => isOurs).map(readingOf);
  const strange = readings.find(({ kind }) => kind === "newer" || kind === "unreadable");
  if (strange?.kind === "newer") return { kind: "left-alone", why: "newer", version: strange.version };
  if (strange) return { kind: "left-alone", why: "unreadable" };
  const noted = readings.find((reading) => reading.kind === "ledger");
  if (noted?.kind === "ledger" && noted.ledger.startedAt !== null)
    return { kind: "ledger", ledger: noted.ledger, isFromCopy: false };
  const copy = newestCopy(observed);
  if (copy) return { kind: "ledger", ledger: copy, isFromCopy: true };
  const doubt = comments.flatMap(({ doubts }) => doubts.get(statusKind) ?? [])[0];
  if (doubt !== undefined && noted === undefined) return { kind: "left-alone", why: doubt };
  return noted?.kind === "ledger"
    ? { kind: "ledger", ledger: noted.ledger, isFromCopy: false }
    : { kind: "none" };
}

/** The ledger in the status comment of an issue that is a run; nothing when it has none that can be read. */
export function ledgerIn({ comments }: Pick<ObservedIssue, "comments">): Ledger | undefined {
  const reading = comments
    .filter(({ isOurs }) => isOurs)
    .map(readingOf)
    .find(({ kind }) => kind === "ledger");
  return reading?.kind === "ledger" ? reading.ledger : undefined;
}

/** Unpacking takes its time, and the same comment is asked many times. */
const readingOf = rememberEach((comment: ObservedComment): LedgerReading => {
  const stored = isStatusComment(comment) ? readPayload(statusKind, comment.body) : undefined;
  return stored === undefined ? { kind: "none" } : readStoredLedger(stored);
});
