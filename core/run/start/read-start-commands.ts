import { joinMarkdown, type Markdown, text } from "../../text/index.ts";
import { parseCommands, type WrittenCommand } from "../commands/parse-commands.ts";
import { newCommands } from "../happenings/comment-happenings.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import type { ObservedComment, ObservedRun } from "../observed/observed-run.ts";
import { isDroppedBy } from "./drop-start.ts";

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
  const dropped = observed.run.comments.find((comment) => isDroppedBy(comment, observed));
  if (dropped) return { cancel: dropped, answers };
  for (const { comment, issue } of newCommands(observed, undefined)) {
    if (issue !== observed.run) continue;
    // Opening the issue again is the newer word.
    if (comment.createdAt < (observed.run.reopenedAt ?? "")) continue;
    const names = parseCommands(comment.body).map((command: WrittenCommand) => command.name);
    const isGo = names.includes("go");
    if (comment.isEditedByPeople) answers.push({ comment, words: text.run.editedComment });
    else if (!mayStart(comment.author)) answers.push({ comment, words: text.start.notInTeam });
    else if (names.includes("cancel")) return { cancel: comment, answers };
    else if (!isGo) answers.push({ comment, words: wordsBefore(names, shown !== undefined) });
    else if (shown?.goAfter === undefined) answers.push({ comment, words: text.start.goWithoutPlan });
    else if (comment.number <= shown.goAfter) answers.push({ comment, words: text.start.goBeforePlan });
    else {
      const { createdAt, author, number } = comment;
      return { go: { kind: "go", at: createdAt, by: author, comment: number }, answers };
    }
  }
  return { answers };
}

/** What can be said to commands other than `/go` and `/cancel` while the run has not begun. */
function wordsBefore(names: readonly WrittenCommand["name"][], hasPlan: boolean): Markdown {
  const asked = new Set(names.map((name) => (name === "help" || name === "status" ? name : "notBegun")));
  return joinMarkdown(
    [...asked].map((answer) => text.start[answer](hasPlan)),
    "\n\n",
  );
}
