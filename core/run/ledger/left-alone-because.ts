import type { RunIssues } from "../observed/observed-run.ts";
import { type LeftAlone, notesOf } from "./notes-of.ts";

/** Why an open run is left alone because of its notes; nothing for one that is looked after, and for one that is over. */
export function leftAloneBecause(observed: Pick<RunIssues, "run" | "steps">): LeftAlone["why"] | undefined {
  if (observed.run.state === "closed") return undefined;
  const notes = notesOf(observed);
  return notes.kind === "left-alone" ? notes.why : undefined;
}
