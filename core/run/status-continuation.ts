import type { Markdown } from "../text/index.ts";
import { writeMarker } from "./notes/index.ts";
import type { ObservedComment, RunIssues } from "./observed/observed-run.ts";

const note = writeMarker("more", true);

/** The comment in which a long status goes on. */
export function continuation(words: Markdown): string {
  return `${words.text}\n\n${note}`;
}

/** The comment in which the status of a run goes on; nothing when there is none. */
export function findContinuation({ run }: Pick<RunIssues, "run">): ObservedComment | undefined {
  return run.comments.find((comment) => comment.isOurs && comment.body.includes(note));
}
