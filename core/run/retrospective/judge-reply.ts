import { type Markdown, text } from "../../text/index.ts";
import type { Answer, Judged } from "../happenings/happening.ts";
import { nothing } from "../happenings/happening.ts";
import type { ObservedComment, ObservedRun } from "../observed/observed-run.ts";
import { claimOf, mayDo } from "../rights/index.ts";
import { onceInRunKey } from "../said.ts";
import type { RunFacts } from "../state/run-state.ts";
import type { RunState } from "../state/task-state.ts";
import { isAfterEnd } from "./is-after-end.ts";
import { readReplies } from "./read-replies.ts";
import { isOwnWords } from "./replies-of-run.ts";

/** A thank-you is no answer; from so many words on somebody may have meant one. */
const fewestWords = 6;

/**
 * What becomes of an ordinary comment on a run that is over: an answer to its retrospective is noted by the number of the comment,
 * and longer words that name no question get a hint how to, once a run. A visitor's answer does not count, and other words of theirs
 * are left alone.
 */
export function judgeReply(
  comment: ObservedComment,
  observed: ObservedRun,
  facts: RunFacts,
  state: RunState,
): Judged {
  if (state.outcome !== "completed" || !isAfterEnd(comment, observed.run) || !isOwnWords(comment))
    return nothing;
  const { ledger, definition, handbook } = facts;
  const at = comment.createdAt;
  const once = (onceInRun: string, words: Markdown): Answer => ({
    issue: observed.run,
    comment,
    words: text.run.answers(comment.author, [words]),
    onceInRun,
  });
  const rights = { ledger, state, definition, handbook, people: observed.people, run: observed.run, at };
  const claim = claimOf({ login: comment.author, id: comment.authorId }, rights);
  const may = mayDo("reply", "run", handbook.handbook.config.approvals, claim).may;
  const { author: by, authorId: byId, number } = comment;
  if (readReplies(comment.body).length > 0)
    return may
      ? { entries: [{ kind: "replied", at, by, byId, comment: number }], answers: [] }
      : { entries: [], answers: [once(onceInRunKey("visitor", by), text.rights.visitor([]))] };
  if (!may || comment.body.trim().split(/\s+/).length < fewestWords) return nothing;
  return { entries: [], answers: [once("hint retrospective", text.retrospective.hint)] };
}
