import { readPayload, replaceMarkers, writePayload } from "../notes/index.ts";
import type { RunIssues } from "../observed/observed-run.ts";
import { runOfStepBody } from "../step-issue/run-of-step-body.ts";
import type { Ledger } from "./ledger.ts";
import { readStoredLedger } from "./read-ledger.ts";
import { storeLedger } from "./store-ledger.ts";

const kind = "kept";
/** A body with a copy that would make it longer goes without: GitHub takes 65,536 characters with all signatures. */
const longestBody = 64_000;

/**
 * The body of a step's issue with a copy of the ledger hidden at its end, for the case that somebody deletes the status
 * comment. The day of the last look is not in it, so that it changes only when a fact is added.
 */
export function withCopy(body: string, ledger: Ledger): string {
  const copy = writePayload(kind, storeLedger({ ...ledger, checkedOn: dayOf(ledger) }));
  let isThere = false;
  const updated = replaceMarkers(body, (marker) => {
    if (marker.kind !== kind) return body.slice(marker.start, marker.end);
    const first = isThere ? "" : copy;
    isThere = true;
    return first;
  });
  const whole = isThere ? updated : `${body}\n\n${copy}`;
  return whole.length <= longestBody ? whole : body;
}

/** The copy with the most facts in the steps of a run; nothing where there is none. It counts only in a text the bot wrote. */
export function newestCopy({ run, steps }: Pick<RunIssues, "run" | "steps">): Ledger | undefined {
  return steps
    .filter((issue) => issue.isOurs && runOfStepBody(issue.writtenBody) === run.number)
    .flatMap(({ writtenBody }) => {
      const reading = readStoredLedger(readPayload(kind, writtenBody) ?? "");
      return reading.kind === "ledger" && reading.ledger.startedAt !== null ? [reading.ledger] : [];
    })
    .toSorted((a, b) => b.entries.length - a.entries.length)[0];
}

function dayOf({ startedAt, checkedOn }: Ledger): Ledger["checkedOn"] {
  return startedAt === null ? checkedOn : (startedAt.slice(0, 10) as Ledger["checkedOn"]);
}
