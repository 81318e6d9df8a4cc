import { joinMarkdown, type Markdown, text } from "../../text/index.ts";
import { parseCommands, type WrittenCommand } from "../commands/parse-commands.ts";
import type { RunInput } from "../decide.ts";
import { newCommands } from "../happenings/comment-happenings.ts";
import type { Answer } from "../happenings/happening.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import type { ObservedComment } from "../observed/observed-run.ts";
import { onceInRunKey } from "../said.ts";
import { runOfStepBody } from "../step-issue/index.ts";
import { isDroppedBy } from "./drop-start.ts";
import { type GateOverride, mayAgree } from "./gate-override.ts";
import { claimOnStart, mayStart } from "./may-start.ts";

/** What people wrote below an issue whose run has not begun. */
export interface StartCommands {
  /** The first `/go` that counts: by who may, after the plan that is shown now. */
  readonly go?: Extract<LedgerEntry, { kind: "go" }> | undefined;
  /** The first `/cancel`; none counts below a start that is a step of another run. */
  readonly cancel?: ObservedComment | undefined;
  /** The comments that get an answer instead. */
  readonly answers: readonly Omit<Answer, "issue">[];
}

/**
 * Reads the commands below a start that waits. A `/go` agrees to a plan that somebody has seen: `shown` is the ledger that
 * stands below the plan, nothing when none is shown for what the form says now. Where the form changes who guards the process, `gate`
 * says who may agree to that.
 */
export function readStartCommands(
  input: Omit<RunInput, "now">,
  shown: Pick<Ledger, "goAfter"> | undefined,
  gate: GateOverride | undefined,
): StartCommands {
  const { observed } = input;
  const answers: Omit<Answer, "issue">[] = [];
  const dropped = observed.run.comments.find((comment) => isDroppedBy(comment, observed));
  if (dropped) return { cancel: dropped, answers };
  const above = isChildRun(observed.run) ? runOfStepBody(observed.run.writtenBody) : undefined;
  for (const { comment, issue } of newCommands(observed, undefined)) {
    if (issue !== observed.run) continue;
    // Opening the issue again is the newer word.
    if (comment.createdAt < (observed.run.reopenedAt ?? "")) continue;
    const { author } = comment;
    const answer = (words: Markdown, onceInRun?: string) => {
      answers.push({ comment, words: text.run.answers(author, [words]), ...(onceInRun && { onceInRun }) });
    };
    const names = parseCommands(comment.body).commands.map(({ name }) => name);
    if (comment.isEditedByPeople) answer(text.run.editedComment);
    else if (claimOnStart(author, input).standings.size === 0)
      answer(text.start.notInTeam, onceInRunKey("visitor", author));
    // To drop it would be to leave a step out of the run above, with what is to be approved in it.
    else if (names.includes("cancel") && above !== undefined)
      answer(text.start.leftOutAbove(above, observed.run.number));
    else if (names.includes("cancel") && mayStart("cancel", author, input))
      return { cancel: comment, answers };
    else if (!names.includes("go")) answer(wordsBefore(names, shown !== undefined));
    else if (!mayStart("go", author, input)) answer(text.start.notInTeam);
    else if (shown?.goAfter === undefined) answer(text.start.goWithoutPlan);
    else if (comment.number <= shown.goAfter) answer(text.start.goBeforePlan);
    else if (gate && !mayAgree(author, gate.keepers, observed)) answer(text.start.goByKeeper(gate.keepers));
    else {
      const { authorId, createdAt, number } = comment;
      return { go: { kind: "go", at: createdAt, by: author, byId: authorId, comment: number }, answers };
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
