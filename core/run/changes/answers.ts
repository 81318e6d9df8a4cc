import type { Answer } from "../happenings/happening.ts";
import { answerKey, sayOnce } from "../said.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Change } from "./change.ts";

/** Answers to comments, and a thumb up for each command that was followed. */
export function answerChanges({ ledger, observed }: StatusFacts, answers: readonly Answer[]): Change[] {
  const followed = new Set(
    ledger.entries.flatMap((entry) =>
      entry.kind !== "proposed" && "comment" in entry ? (entry.comment ?? []) : [],
    ),
  );
  const comments = [observed.run, ...observed.steps].flatMap((issue) => issue.comments);
  return [
    ...answers.map(
      ({ issue, comment, words }): Change => ({
        kind: "post-comment",
        issue: issue.number,
        body: sayOnce(answerKey(comment.number), words),
      }),
    ),
    ...comments
      .filter((comment) => followed.has(comment.number) && !comment.hasOurReaction)
      .map((comment): Change => ({ kind: "react", comment: comment.id, reaction: "THUMBS_UP" })),
  ];
}
