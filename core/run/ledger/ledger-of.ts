import type { RunIssues } from "../observed/observed-run.ts";
import type { Ledger } from "./ledger.ts";
import { notesOf } from "./notes-of.ts";

/** What the bot has noted about a run. Nothing for an issue whose start has not been planned yet, and for a run that is left alone. */
export function ledgerOf(observed: Pick<RunIssues, "run" | "steps">): Ledger | undefined {
  const notes = notesOf(observed);
  return notes.kind === "ledger" ? notes.ledger : undefined;
}
