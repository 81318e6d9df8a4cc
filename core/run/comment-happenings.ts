import type { StepId } from "../definition/index.ts";
import { type Markdown, text } from "../text/index.ts";
import { acceptCommand } from "./commands/accept-command.ts";
import type { Happening, Judged } from "./happening.ts";
import type { LedgerEntry } from "./ledger.ts";
import type { ObservedComment, ObservedIssue, ObservedRun } from "./observed-run.ts";
import { parseCommands } from "./parse-commands.ts";
import { type RunFacts, runStateOf } from "./run-state.ts";
import { answerKey, hasSaid } from "./said.ts";
import type { RunState } from "./task-state.ts";

/** Commands in new comments on the run issue and on the issues of its steps. */
export function commentHappenings(facts: RunFacts, observed: ObservedRun): Happening[] {
  const handled = new Set(
    facts.ledger.entries.flatMap((other) => ("comment" in other ? (other.comment ?? []) : [])),
  );
  const isNew = (comment: ObservedComment, issue: ObservedIssue) =>
    !comment.isOurs && !handled.has(comment.number) && !hasSaid(answerKey(comment.number), issue);
  const places: [StepId | undefined, ObservedIssue][] = [[undefined, observed.run], ...facts.issues];
  return places.flatMap(([step, issue]) =>
    issue.comments
      .filter((comment) => isNew(comment, issue) && parseCommands(comment.body).length > 0)
      .map((comment) => ({
        at: comment.createdAt,
        judge: (current: RunFacts, state: RunState) =>
          judgeComment(comment, { step, issue, observed }, current, state),
      })),
  );
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
    return { entries: [], answers: [{ issue, comment, words: text.run.editedComment(comment.author) }] };
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
        runUrl: observed.run.url,
      },
      step,
    );
    if ("entry" in result) {
      entries.push(result.entry);
      ledger = { ...ledger, entries: [...ledger.entries, result.entry] };
      state = runStateOf({ ...facts, ledger });
    } else words.push("refusal" in result ? result.refusal : result.answer);
  }
  const answers =
    words.length > 0 ? [{ issue, comment, words: text.run.answers(comment.author, words) }] : [];
  return { entries, answers };
}
