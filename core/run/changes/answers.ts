import type { Answer } from "../happenings/happening.ts";
import { commentsIn } from "../ledger/comments-in.ts";
import { withNames } from "../people/with-names.ts";
import { answerKey, hasSaid, sayOnce } from "../said.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Change } from "./change.ts";

/** Answers to comments, and a thumb up for each command that was followed. */
export function answerChanges(facts: StatusFacts, answers: readonly Answer[]): Change[] {
  const { ledger, observed } = facts;
  const followed = commentsIn(ledger.entries.filter(({ kind }) => kind !== "proposed"));
  const comments = [observed.run, ...observed.steps].flatMap((issue) => issue.comments);
  return [
    ...answersToChanges(answers, facts),
    ...comments
      .filter((comment) => followed.has(comment.number) && !comment.hasOurReaction)
      .map((comment): Change => ({ kind: "react", comment: comment.id, reaction: "THUMBS_UP" })),
  ];
}

/**
 * Answers as comments. One that is given once in a run is posted for the first comment that asks for it; that comment and all
 * later ones are marked as seen, which mails nobody.
 */
export function answersToChanges(
  answers: readonly Answer[],
  { observed: { run, steps }, handbook }: Pick<StatusFacts, "observed" | "handbook">,
): Change[] {
  const given = new Set<string>();
  return answers.flatMap(({ issue, comment, words: said, onceInRun }): Change[] => {
    const words = withNames(said, handbook);
    if (onceInRun === undefined)
      return [{ kind: "post-comment", issue: issue.number, body: sayOnce(answerKey(comment.number), words) }];
    const isGiven = given.has(onceInRun) || [run, ...steps].some((other) => hasSaid(onceInRun, other));
    given.add(onceInRun);
    const seen: Change = { kind: "react", comment: comment.id, reaction: "EYES" };
    if (isGiven) return [seen];
    return [{ kind: "post-comment", issue: issue.number, body: sayOnce(onceInRun, words) }, seen];
  });
}
