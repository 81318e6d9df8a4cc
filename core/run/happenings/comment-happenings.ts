import { parseCommands } from "../commands/parse-commands.ts";
import { isFrom } from "../ledger/comments-in.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { isRunOfItsOwn } from "../observed/is-run-of-its-own.ts";
import type { ObservedComment, ObservedIssue, ObservedRun, RunIssues } from "../observed/observed-run.ts";
import { isAfterEnd, readReplies } from "../retrospective/index.ts";
import { type RunFacts, runStateOf } from "../state/run-state.ts";
import type { RunState } from "../state/task-state.ts";
import { type CommentStanding, commentStanding, ledgerBefore } from "./comment-standing.ts";
import { type Happening, type Judged, nothing } from "./happening.ts";
import { type CommentPlace, judgeComment } from "./judge-comment.ts";

/** A comment with commands that something is still to be done about. */
export interface NewCommand {
  readonly comment: ObservedComment;
  readonly issue: ObservedIssue;
  readonly standing: Exclude<CommentStanding, "done">;
}

/**
 * The comments of a run with commands that something is still to be done about, whoever wrote them; those of apps are never read.
 * What is written on a step that is a run of its own is for that run.
 */
export function newCommands(
  observed: Pick<RunIssues, "run" | "steps">,
  ledger: Ledger | undefined,
): NewCommand[] {
  return newComments(observed, ledger).filter(
    ({ comment }) => parseCommands(comment.body).commands.length > 0,
  );
}

/** The answers to the retrospective of a run that nobody has judged yet, whoever wrote them. */
export function newReplies({ run }: RunIssues, ledger: Ledger | undefined): readonly ObservedComment[] {
  return run.comments.filter(
    (comment) =>
      !comment.isByOurAccount &&
      !comment.isByApp &&
      isAfterEnd(comment, run) &&
      commentStanding(comment, run, ledger) === "new" &&
      readReplies(comment.body).length > 0,
  );
}

/** The comments of people that something may still come of. */
function newComments(
  { run, steps }: Pick<RunIssues, "run" | "steps">,
  ledger: Ledger | undefined,
): NewCommand[] {
  return [run, ...steps.filter((issue) => !isRunOfItsOwn(issue))].flatMap((issue) =>
    issue.comments
      .filter((comment) => !comment.isByOurAccount && !comment.isByApp)
      .flatMap((comment): NewCommand[] => {
        const standing = commentStanding(comment, issue, ledger);
        return standing === "done" ? [] : [{ comment, issue, standing }];
      }),
  );
}

/** Commands in new comments on the run issue and on the issues of its steps, and words that were meant as one. */
export function commentHappenings(facts: RunFacts, observed: ObservedRun): Happening[] {
  const stepOf = new Map([...facts.issues].map(([step, issue]) => [issue.number, step]));
  return newComments(observed, facts.ledger)
    .filter(({ issue }) => issue === observed.run || stepOf.has(issue.number))
    .map(({ comment, issue, standing }) => {
      const place = { step: stepOf.get(issue.number), issue, observed };
      const judge = judges[standing];
      return {
        at: comment.createdAt,
        judge: (current, state) => judge(comment, place, current, state),
      };
    });
}

type Judge = (comment: ObservedComment, place: CommentPlace, facts: RunFacts, before: RunState) => Judged;

const judges: Readonly<Record<NewCommand["standing"], Judge>> = {
  new: judgeComment,
  /** What there is to say is what was to say before its facts were taken in, and with these. */
  unsaid: (comment, place, facts) => {
    const ledger = ledgerBefore(comment, facts.ledger);
    const noted = facts.ledger.entries.filter((entry) => isFrom(entry, comment.number));
    const later = madeSince(ledger, facts);
    const steps = place.observed.steps.filter((issue) => !later.includes(issue));
    const issues = new Map([...facts.issues].filter(([, issue]) => !later.includes(issue)));
    const then = { ...facts, ledger, issues, now: comment.createdAt };
    const before = { ...place, observed: { ...place.observed, steps } };
    return { ...nothing, answers: judgeComment(comment, before, then, runStateOf(then), noted).answers };
  },
  /** Two processes wrote the ledger at once, or somebody deleted it: the facts are taken in again, and nothing is said twice. */
  lost: (comment, place, facts, before) => ({ ...judgeComment(comment, place, facts, before), answers: [] }),
};

/** The issues of the steps that joined a run by what its ledger has beyond an earlier one. */
function madeSince(before: Ledger, { ledger, issues }: RunFacts): readonly ObservedIssue[] {
  return ledger.entries.flatMap((entry) => {
    const issue = entry.kind === "added" ? issues.get(entry.step) : undefined;
    return issue === undefined || before.entries.includes(entry) ? [] : [issue];
  });
}
