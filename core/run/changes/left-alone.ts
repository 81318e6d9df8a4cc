import { text } from "../../text/index.ts";
import type { LeftAlone } from "../ledger/notes-of.ts";
import type { ObservedRun } from "../observed/observed-run.ts";
import { hasSaid, sayOnce } from "../said.ts";
import type { Change } from "./change.ts";

/** A run that is left alone is told so once; nothing else of it is touched, its notes least of all. */
export function tellLeftAlone(reason: LeftAlone, { run }: ObservedRun): Change[] {
  const key = `left alone ${reason.why}`;
  if (run.state === "closed" || hasSaid(key, run)) return [];
  return [{ kind: "post-comment", issue: run.number, body: sayOnce(key, text.notes.leftAlone[reason.why]) }];
}
