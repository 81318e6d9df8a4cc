import { text } from "../../text/index.ts";
import type { Change } from "../changes/change.ts";
import type { ObservedComment, ObservedRun } from "../observed/observed-run.ts";
import { answerKey, sayOnce } from "../said.ts";

/** What a `/cancel` below a start comes to: a word, and the issue closed. */
export function dropStart({ run }: ObservedRun, cancel: ObservedComment): Change[] {
  const words = text.run.answers(cancel.author, [text.start.dropped]);
  return [
    { kind: "post-comment", issue: run.number, body: sayOnce(answerKey(cancel.number), words) },
    { kind: "close-issue", issue: run.number, reason: "not-planned" },
  ];
}
