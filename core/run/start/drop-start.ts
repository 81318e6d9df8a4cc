import { text } from "../../text/index.ts";
import type { Change } from "../changes/change.ts";
import { writeMarker } from "../notes/index.ts";
import type { ObservedComment, ObservedIssue, ObservedRun } from "../observed/observed-run.ts";
import { answerKey, hasSaid, sayOnce } from "../said.ts";

/**
 * What a `/cancel` below a start comes to: a word, and the issue closed. The word carries a second key, so that whoever finds it
 * on an open issue knows that the closing is still to be done.
 */
export function dropStart({ run }: ObservedRun, cancel: ObservedComment): Change[] {
  const words = text.run.answers(cancel.author, [text.start.dropped]);
  const answer = sayOnce(answerKey(cancel.number), words);
  const said: Change[] = hasSaid(answerKey(cancel.number), run)
    ? []
    : [{ kind: "post-comment", issue: run.number, body: `${answer}\n${droppedMarker(cancel, run)}` }];
  return [...said, { kind: "close-issue", issue: run.number, reason: "not-planned" }];
}

/** Whether the bot has said that a start is dropped because of this comment, and has not closed its issue since. */
export function isDroppedBy(cancel: ObservedComment, { run }: ObservedRun): boolean {
  return run.comments.some(({ isOurs, body }) => isOurs && body.includes(droppedMarker(cancel, run)));
}

/** How often the issue had been closed tells a closing that is still to be done from one that somebody has undone. */
function droppedMarker({ number }: ObservedComment, { closings }: ObservedIssue): string {
  return writeMarker("dropped", [number, closings]);
}
