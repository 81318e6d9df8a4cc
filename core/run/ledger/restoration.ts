import type { Instant } from "../../metrics/index.ts";
import type { RunIssues } from "../observed/observed-run.ts";
import type { Ledger, NewEntry } from "./ledger.ts";
import type { RunNotes } from "./notes-of.ts";
import { findStatusComment } from "./status-marker.ts";

/**
 * The ledger of a run, with an entry where it had to be restored: from GitHub's edit history when somebody changed the status
 * comment, from the copy in a step when somebody deleted it. Each change or loss is noted once, since the comment is
 * written anew with the entry in it.
 */
export function withRestoration(
  { ledger, isFromCopy }: Extract<RunNotes, { kind: "ledger" }>,
  observed: Pick<RunIssues, "run" | "steps">,
  now: Instant,
): Ledger {
  if (ledger.startedAt === null) return ledger;
  if (isFromCopy) return withEntry(ledger, { kind: "restored", from: "copy", at: now, by: "", byId: null });
  const edit = findStatusComment(observed)?.edit ?? null;
  const isKnown =
    edit === null || ledger.entries.some(({ kind, at }) => kind === "restored" && at === edit.at);
  return isKnown
    ? ledger
    : withEntry(ledger, { kind: "restored", from: "history", at: edit.at, by: edit.by, byId: edit.byId });
}

function withEntry(ledger: Ledger, entry: NewEntry): Ledger {
  return { ...ledger, entries: [...ledger.entries, entry] };
}
