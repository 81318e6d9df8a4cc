import { text } from "../../text/index.ts";
import type { Change } from "../changes/change.ts";
import type { ObservedRun } from "../observed/observed-run.ts";
import { answerKey, sayOnce } from "../said.ts";
import type { StartCommands } from "./read-start-commands.ts";

/** The answers to what people wrote below a start, as comments on its issue. */
export function answerStart({ run }: ObservedRun, { answers }: StartCommands): Change[] {
  return answers.map(({ comment, words }) => ({
    kind: "post-comment",
    issue: run.number,
    body: sayOnce(answerKey(comment.number), text.run.answers(comment.author, [words])),
  }));
}
