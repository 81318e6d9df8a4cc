import { type Markdown, text } from "../text/index.ts";
import type { Change } from "./change.ts";
import { newCommands } from "./comment-happenings.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";
import type { ObservedComment, ObservedRun } from "./observed-run.ts";
import { parseCommands, type WrittenCommand } from "./parse-commands.ts";
import { answerKey, sayOnce } from "./said.ts";

/** What people wrote below an issue whose run has not begun. */
export interface StartCommands {
  /** The first `/go` that counts: written by the team, after the plan that is shown now. */
  readonly go?: Extract<LedgerEntry, { kind: "go" }> | undefined;
  /** The first `/cancel`. */
  readonly cancel?: ObservedComment | undefined;
  /** The comments that get an answer instead. */
  readonly answers: readonly { readonly comment: ObservedComment; readonly words: Markdown }[];
}

/**
 * Reads the commands below a start that waits. A `/go` agrees to a plan that somebody has seen: `shown` is the ledger that
 * stands below the plan, nothing when none is shown for what the form says now.
 */
export function readStartCommands(
  observed: ObservedRun,
  shown: Pick<Ledger, "goAfter"> | undefined,
  mayStart: (person: string) => boolean,
): StartCommands {
  const answers: { comment: ObservedComment; words: Markdown }[] = [];
  for (const { comment, issue } of newCommands(observed, undefined)) {
    if (issue !== observed.run) continue;
    // Opening the issue again is the newer word.
    if (comment.createdAt < (observed.run.reopenedAt ?? "")) continue;
    const names = parseCommands(comment.body).map((command: WrittenCommand) => command.name);
    const isGo = names.includes("go");
    if (comment.isEditedByPeople) answers.push({ comment, words: text.run.editedComment });
    else if (!mayStart(comment.author)) answers.push({ comment, words: text.start.notInTeam });
    else if (names.includes("cancel")) return { cancel: comment, answers };
    else if (!isGo) answers.push({ comment, words: text.start.notBegun });
    else if (shown?.goAfter === undefined) answers.push({ comment, words: text.start.goWithoutPlan });
    else if (comment.number <= shown.goAfter) answers.push({ comment, words: text.start.goBeforePlan });
    else {
      const { createdAt, author, number } = comment;
      return { go: { kind: "go", at: createdAt, by: author, comment: number }, answers };
    }
  }
  return { answers };
}

/** The answers as comments on the run's issue. */
export function answerChanges({ run }: ObservedRun, { answers }: StartCommands): Change[] {
  return answers.map(({ comment, words }) => ({
    kind: "post-comment",
    issue: run.number,
    body: sayOnce(answerKey(comment.number), text.run.answers(comment.author, [words])),
  }));
}

/** What a `/cancel` comes to: a word, and the issue closed. */
export function dropChanges({ run }: ObservedRun, cancel: ObservedComment): Change[] {
  const words = text.run.answers(cancel.author, [text.start.dropped]);
  return [
    { kind: "post-comment", issue: run.number, body: sayOnce(answerKey(cancel.number), words) },
    { kind: "close-issue", issue: run.number, reason: "not-planned" },
  ];
}
