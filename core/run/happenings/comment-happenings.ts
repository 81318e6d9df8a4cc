import type { StepId } from "../../definition/index.ts";
import { type Markdown, text } from "../../text/index.ts";
import { acceptCommand } from "../commands/accept-command.ts";
import { type CommandName, parseCommands } from "../commands/parse-commands.ts";
import type { Ledger, LedgerEntry, NewEntry } from "../ledger/ledger.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import type { ObservedComment, ObservedIssue, ObservedRun, RunIssues } from "../observed/observed-run.ts";
import { isAfterEnd, judgeReply, readReplies } from "../retrospective/index.ts";
import { onceInRunKey } from "../said.ts";
import { type RunFacts, runStateOf } from "../state/run-state.ts";
import type { RunState } from "../state/task-state.ts";
import { following } from "../upgrade/following.ts";
import { type CommentStanding, commentStanding, ledgerBefore } from "./comment-standing.ts";
import { type Answer, type Happening, type Judged, nothing } from "./happening.ts";
import { hintFor } from "./hint-for.ts";
import { noteEntry } from "./note-entry.ts";
import { roomForSteps } from "./room-for-steps.ts";
import { warnOfChange, wordsOnChange } from "./warn-of-change.ts";

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
  /** What there is to say is what was to say before its facts were taken in, and with these. */
  unsaid: (comment, place, facts) => {
    const ledger = ledgerBefore(comment, facts.ledger);
    const noted = facts.ledger.entries.filter((entry) => isFrom(entry, comment));
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

function isFrom(entry: LedgerEntry, { number }: ObservedComment): boolean {
  return "comment" in entry && entry.comment === number;
}

/** The issues of the steps that joined a run by what its ledger has beyond an earlier one. */
function madeSince(before: Ledger, { ledger, issues }: RunFacts): readonly ObservedIssue[] {
  return ledger.entries.flatMap((entry) => {
    const issue = entry.kind === "added" ? issues.get(entry.step) : undefined;
    return issue === undefined || before.entries.includes(entry) ? [] : [issue];
  });
}

interface CommentPlace {
  readonly step: StepId | undefined;
  readonly issue: ObservedIssue;
  readonly observed: ObservedRun;
}

/**
 * The commands of one comment, one after the other; all answers go into one comment. `noted` are the facts it has brought already, where
 * only the answer is to be found.
 */
function judgeComment(
  comment: ObservedComment,
  place: CommentPlace,
  facts: RunFacts,
  before: RunState,
  noted: readonly LedgerEntry[] = [],
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
  // What was right when it was written is not wrong because it is read on another day.
  let current = { ...facts, now: comment.createdAt };
  let entries: NewEntry[] = [];
  let left = noted;
  const stored = (is: (entry: LedgerEntry) => boolean): LedgerEntry | undefined => {
    const found = left.find(is);
    left = left.filter((entry) => entry !== found);
    return found;
  };
  const goOn = (ledger: Ledger) => {
    current = following(current, ledger);
    state = runStateOf(current);
  };
  const words: Markdown[] = [];
  const unknown: Markdown[] = [];
  const takenBack = new Map<LedgerEntry, NewEntry>();
  for (const written of commands) {
    const silent = stored(
      (entry) =>
        silentCommands[entry.kind] === written.name &&
        !(entry.kind === "undone" && entry.asked === comment.number),
    );
    if (silent) {
      if (silent.kind === "upgraded") goOn(withNoted(silent, current.ledger));
      continue;
    }
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
      return { entries: [], answers: answer([result.visitor], onceInRunKey("visitor", comment.author)) };
    if ("takesBack" in result) {
      const { entry, takesBack } = result;
      // Of this comment it can only be the last: nothing that came later may rest on it.
      const own = isFrom(takesBack, comment)
        ? entries.findLastIndex(({ kind }) => kind === takesBack.kind)
        : -1;
      if (own < 0) takenBack.set(takesBack, entry);
      else entries = entries.with(own, entry);
      const instead = current.ledger.entries.map((other) => (other === takesBack ? entry : other));
      goOn({ ...current.ledger, entries: instead });
    } else if ("entry" in result) {
      const { kind } = result.entry;
      const known = stored(
        (entry) => entry.kind === kind || (entry.kind === "proposed" && isDate[kind] === true),
      );
      const changed = known ? undefined : warnOfChange(result.entry, written.name === "go", current, state);
      const longer = changed
        ? noteEntry(changed, current, state, observed.people)
        : known && withNoted(known, current.ledger);
      if (longer === undefined) {
        words.push(noRoom(changed ?? result.entry));
        continue;
      }
      entries.push(changed ?? result.entry);
      const said = wordsOnChange(known ?? changed ?? result.entry, current);
      goOn(longer);
      if (result.note) words.push(result.note);
      if (said) words.push(said);
    } else if ("unknown" in result) unknown.push(result.unknown);
    else words.push("refusal" in result ? result.refusal : result.answer);
  }
  if (leftOut.length > 0) words.push(text.run.tooManyCommands(leftOut));
  // A word that nobody knows may be meant for another bot: it is asked about once.
  const asked = words.length === 0 && entries.length === 0 && takenBack.size === 0;
  const answers = asked
    ? answer(unknown.slice(0, 1), onceInRunKey("unknown", comment.author))
    : answer([...words, ...unknown]);
  return { entries, answers, takenBack };
}

/** What tells of itself elsewhere, and with the command that brings it. */
const silentCommands: Partial<Record<LedgerEntry["kind"], CommandName>> = { undone: "undo", upgraded: "go" };
const isDate: Partial<Record<LedgerEntry["kind"], true>> = { moved: true, due: true };

function withNoted(entry: LedgerEntry, ledger: Ledger): Ledger {
  return { ...ledger, entries: [...ledger.entries, entry] };
}

function noRoom(entry: NewEntry): Markdown {
  return entry.kind === "closed" && entry.collected !== undefined
    ? text.notes.noRoomForValues
    : text.notes.noRoom;
}
