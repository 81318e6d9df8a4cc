import type { StepId } from "../../definition/index.ts";
import { type Markdown, text } from "../../text/index.ts";
import { acceptCommand } from "../commands/accept-command.ts";
import { parseCommands } from "../commands/parse-commands.ts";
import type { Ledger, LedgerEntry, NewEntry } from "../ledger/ledger.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import type { ObservedComment, ObservedIssue, ObservedRun, RunIssues } from "../observed/observed-run.ts";
import { isAfterEnd, judgeReply, readReplies } from "../retrospective/index.ts";
import { type RunFacts, runStateOf } from "../state/run-state.ts";
import type { RunState } from "../state/task-state.ts";
import { following } from "../upgrade/following.ts";
import { type CommentStanding, commentStanding, ledgerBefore } from "./comment-standing.ts";
import { type Answer, type Happening, type Judged, nothing } from "./happening.ts";
import { hintFor } from "./hint-for.ts";
import { noteEntry } from "./note-entry.ts";
import { roomForSteps } from "./room-for-steps.ts";
import { warnOfChange } from "./warn-of-change.ts";

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
  return [run, ...steps.filter((issue) => !isChildRun(issue))].flatMap((issue) =>
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
  /** What there is to say is what was to say before its facts were taken in. */
  unsaid: (comment, place, facts) => {
    const then = { ...facts, ledger: ledgerBefore(comment, facts.ledger) };
    return { ...nothing, answers: judgeComment(comment, place, then, runStateOf(then)).answers };
  },
  /** Two processes wrote the ledger at once, or somebody deleted it: the facts are taken in again, and nothing is said twice. */
  lost: (comment, place, facts, before) => ({ ...judgeComment(comment, place, facts, before), answers: [] }),
};

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
  const { commands, leftOut } = parseCommands(comment.body);
  const answer = (words: readonly Markdown[], onceInRun?: string): Answer[] =>
    words.length === 0
      ? []
      : [{ issue, comment, words: text.run.answers(comment.author, words), ...(onceInRun && { onceInRun }) }];
  if (commands.length === 0) {
    if (step === undefined) return judgeReply(comment, observed, facts, before);
    const task = before.tasks.find((candidate) => candidate.step === step);
    return { entries: [], answers: task ? hintFor(comment, issue, task) : [] };
  }
  if (comment.isEditedByPeople) return { entries: [], answers: answer([text.run.editedComment]) };
  let state = before;
  let current = facts;
  let entries: NewEntry[] = [];
  const words: Markdown[] = [];
  const unknown: Markdown[] = [];
  const takenBack = new Map<LedgerEntry, NewEntry>();
  for (const written of commands) {
    const result = acceptCommand(
      {
        written,
        author: comment.author,
        authorId: comment.authorId,
        at: comment.createdAt,
        comment: comment.number,
        ledger: current.ledger,
        state,
        definition: current.definition,
        handbook: current.handbook,
        people: observed.people,
        run: observed.run,
        issue,
        roomForSteps: roomForSteps(observed, state),
      },
      step,
    );
    if ("visitor" in result)
      return { entries: [], answers: answer([result.visitor], `visitor ${comment.author.toLowerCase()}`) };
    if ("takesBack" in result) {
      const { entry, takesBack } = result;
      const replace = <E extends LedgerEntry>(all: readonly E[]) =>
        all.map((other) => (other === takesBack ? entry : other));
      if (!entries.some((other) => other === takesBack)) takenBack.set(takesBack, entry);
      entries = replace(entries);
      current = following(current, { ...current.ledger, entries: replace(current.ledger.entries) });
      state = runStateOf({ ...current, now: comment.createdAt });
    } else if ("entry" in result) {
      const changed = warnOfChange(result.entry, written.name === "go", current, state);
      const longer = noteEntry(changed.entry, current, state, observed.people);
      if (longer === undefined) {
        words.push(noRoom(changed.entry));
        continue;
      }
      entries.push(changed.entry);
      current = following(current, longer);
      state = runStateOf({ ...current, now: comment.createdAt });
      if (result.note) words.push(result.note);
      if (changed.words) words.push(changed.words);
    } else if ("unknown" in result) unknown.push(result.unknown);
    else words.push("refusal" in result ? result.refusal : result.answer);
  }
  if (leftOut.length > 0) words.push(text.run.tooManyCommands(leftOut));
  // A word that nobody knows may be meant for another bot: it is asked about once.
  const asked = words.length === 0 && entries.length === 0 && takenBack.size === 0;
  const answers = asked
    ? answer(unknown.slice(0, 1), `unknown ${comment.author.toLowerCase()}`)
    : answer([...words, ...unknown]);
  return { entries, answers, takenBack };
}

function noRoom(entry: NewEntry): Markdown {
  return entry.kind === "closed" && entry.collected !== undefined
    ? text.notes.noRoomForValues
    : text.notes.noRoom;
}
