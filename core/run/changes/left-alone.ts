import { type Markdown, text } from "../../text/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { LeftAlone } from "../ledger/notes-of.ts";
import type { ObservedIssue, ObservedRun } from "../observed/observed-run.ts";
import { hasSaid, sayOnce } from "../said.ts";
import type { Change } from "./change.ts";

/** A run that is left alone is told so once; nothing else of it is touched, its notes least of all. */
export function tellLeftAlone(reason: LeftAlone, { run }: ObservedRun): Change[] {
  return tellOnce(`left alone ${reason.why}`, text.notes.leftAlone[reason.why], run);
}

/** The same for a run whose text is not there to be read; it goes on by itself when it is. */
export function tellTextGone({ revision }: Pick<Ledger, "revision">, { run }: ObservedRun): Change[] {
  return tellOnce(`text gone ${revision}`, text.notes.textGone(revision), run);
}

function tellOnce(key: string, words: Markdown, run: ObservedIssue): Change[] {
  if (run.state === "closed" || hasSaid(key, run)) return [];
  return [{ kind: "post-comment", issue: run.number, body: sayOnce(key, words) }];
}
