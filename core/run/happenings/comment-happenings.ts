import type { StepId } from "../../definition/index.ts";
import { type Markdown, text } from "../../text/index.ts";
import { acceptCommand } from "../commands/accept-command.ts";
import { parseCommands } from "../commands/parse-commands.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import { addEntry } from "../ledger/room.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import type { ObservedComment, ObservedIssue, ObservedRun, RunIssues } from "../observed/observed-run.ts";
import { answerKey, hasSaid } from "../said.ts";
import { withPromised } from "../state/promises-after-entry.ts";
import { type RunFacts, runStateOf } from "../state/run-state.ts";
import type { RunState } from "../state/task-state.ts";
import type { Happening, Judged } from "./happening.ts";

/** A comment with commands that have been neither followed nor answered. */
export interface NewCommand {
  readonly comment: ObservedComment;
  readonly issue: ObservedIssue;
}

/**
 * The comments of a run with commands that have been neither followed nor answered, whoever wrote them. What is written
 * on a step that is a run of its own is for that run.
 */
export function newCommands({ run, steps }: RunIssues, ledger: Ledger | undefined): NewCommand[] {
  const followed = new Set(
    ledger?.entries.flatMap((entry) => ("comment" in entry ? (entry.comment ?? []) : [])),
  );
  return [run, ...steps.filter((issue) => !isChildRun(issue))].flatMap((issue) =>
    issue.comments
      .filter(
        (comment) =>
          !comment.isByOurAccount &&
          !followed.has(comment.number) &&
          !hasSaid(answerKey(comment.number), issue) &&
          parseCommands(comment.body).length > 0,
      )
      .map((comment) => ({ comment, issue })),
  );
}

/** Commands in new comments on the run issue and on the issues of its steps. */
export function commentHappenings(facts: RunFacts, observed: ObservedRun): Happening[] {
  const stepOf = new Map([...facts.issues].map(([step, issue]) => [issue.number, step]));
  return newCommands(observed, facts.ledger)
    .filter(({ issue }) => issue === observed.run || stepOf.has(issue.number))
    .map(({ comment, issue }) => {
      const place = { step: stepOf.get(issue.number), issue, observed };
      return {
        at: comment.createdAt,
        judge: (current, state) => judgeComment(comment, place, current, state),
      };
    });
}

interface CommentPlace {
  readonly step: StepId | undefined;
  readonly issue: ObservedIssue;
  readonly observed: ObservedRun;
}

/** The commands of one comment, one after the other; all answers go into one comment. */
function judgeComment(
  comment: ObservedComment,
  place: CommentPlace,
  facts: RunFacts,
  before: RunState,
): Judged {
  const { issue, observed, step } = place;
  if (comment.isEditedByPeople)
    return {
      entries: [],
      answers: [{ issue, comment, words: text.run.answers(comment.author, [text.run.editedComment]) }],
    };
  let state = before;
  let { ledger } = facts;
  const entries: LedgerEntry[] = [];
  const words: Markdown[] = [];
  for (const written of parseCommands(comment.body)) {
    const result = acceptCommand(
      {
        written,
        author: comment.author,
        at: comment.createdAt,
        comment: comment.number,
        ledger,
        state,
        definition: facts.definition,
        handbook: facts.handbook,
        people: observed.people,
        run: observed.run,
      },
      step,
    );
    if ("entry" in result) {
      const longer = addEntry(ledger, withPromised(result.entry, ledger, facts));
      if (longer === undefined) {
        words.push(text.notes.noRoom);
        continue;
      }
      entries.push(result.entry);
      ledger = longer;
      state = runStateOf({ ...facts, ledger, now: comment.createdAt });
      if (result.note) words.push(result.note);
    } else words.push("refusal" in result ? result.refusal : result.answer);
  }
  const answers =
    words.length > 0 ? [{ issue, comment, words: text.run.answers(comment.author, words) }] : [];
  return { entries, answers };
}
