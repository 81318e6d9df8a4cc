import type { StepId } from "../../definition/index.ts";
import { type Markdown, text } from "../../text/index.ts";
import { acceptCommand } from "../commands/accept-command.ts";
import type { CommandResult } from "../commands/command.ts";
import { type CommandName, parseCommands, type WrittenCommand } from "../commands/parse-commands.ts";
import { isFrom } from "../ledger/comments-in.ts";
import type { Ledger, LedgerEntry, NewEntry } from "../ledger/ledger.ts";
import type { ObservedComment, ObservedIssue, ObservedRun } from "../observed/observed-run.ts";
import { judgeReply } from "../retrospective/index.ts";
import { onceInRunKey } from "../said.ts";
import { type RunFacts, runStateOf } from "../state/run-state.ts";
import type { RunState } from "../state/task-state.ts";
import { following } from "../upgrade/following.ts";
import type { Answer, Judged } from "./happening.ts";
import { hintFor } from "./hint-for.ts";
import { noteEntry } from "./note-entry.ts";
import { roomForSteps } from "./room-for-steps.ts";
import { warnOfChange, wordsOnChange } from "./warn-of-change.ts";

/** Where a comment stands. */
export interface CommentPlace {
  /** The step on whose issue it stands; nothing on the issue of the run. */
  readonly step: StepId | undefined;
  readonly issue: ObservedIssue;
  readonly observed: ObservedRun;
}

/**
 * What becomes of one comment: of its commands, one after the other, with all answers in one; else of words that were meant as one, or
 * as an answer to the retrospective. `noted` are the facts it has brought already, where only the answer is to be found.
 */
export function judgeComment(
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
  // What was right when it was written is not wrong because it is read on another day.
  let so: Obeyed = {
    facts: { ...facts, now: comment.createdAt },
    state: before,
    left: noted,
    entries: [],
    takenBack: new Map(),
    words: [],
  };
  const unknown: Markdown[] = [];
  for (const written of commands) {
    const silent = so.left.find((entry) => isSilent(entry, written, comment));
    if (silent) {
      so = passedOver(silent, so);
      continue;
    }
    const result = acceptCommand(contextOf(written, comment, place, so), step);
    if ("visitor" in result)
      return { entries: [], answers: answer([result.visitor], onceInRunKey("visitor", comment.author)) };
    if ("takesBack" in result) so = tookBack(result, comment, so);
    else if ("entry" in result) so = took(result, written, observed, so);
    else if ("unknown" in result) unknown.push(result.unknown);
    else so = said(so, "refusal" in result ? result.refusal : result.answer);
  }
  const { entries, takenBack } = so;
  const words = [...so.words, ...(leftOut.length > 0 ? [text.run.tooManyCommands(leftOut)] : [])];
  // A word that nobody knows may be meant for another bot: it is asked about once.
  const asked = words.length === 0 && entries.length === 0 && takenBack.size === 0;
  const answers = asked
    ? answer(unknown.slice(0, 1), onceInRunKey("unknown", comment.author))
    : answer([...words, ...unknown]);
  return { entries, answers, takenBack };
}

/** How far the commands of a comment have been followed, and where the run stands by them. */
interface Obeyed {
  readonly facts: RunFacts;
  readonly state: RunState;
  /** Facts that the comment has brought already, and that none of its commands has been found to stand for yet. */
  readonly left: readonly LedgerEntry[];
  readonly entries: readonly NewEntry[];
  readonly takenBack: ReadonlyMap<LedgerEntry, NewEntry>;
  readonly words: readonly Markdown[];
}

type Taken = Extract<CommandResult, { readonly note?: Markdown | undefined }>;
type TakesBack = Extract<CommandResult, { readonly takesBack: LedgerEntry }>;

/** What tells of itself elsewhere, with the command that brings it. */
const silentCommands: Partial<Record<LedgerEntry["kind"], CommandName>> = { undone: "undo", upgraded: "go" };

/** Whether a command has brought a fact that cannot be brought once more from the notes as they were, and says nothing here. */
function isSilent(entry: LedgerEntry, { name }: WrittenCommand, comment: ObservedComment): boolean {
  const isOfThis = entry.kind === "undone" && entry.asked === comment.number;
  return silentCommands[entry.kind] === name && !isOfThis;
}

function passedOver(entry: LedgerEntry, so: Obeyed): Obeyed {
  const next = { ...so, left: so.left.filter((other) => other !== entry) };
  // What was taken back stands in the ledger already, in the place of what it took back.
  return entry.kind === "undone" ? next : { ...next, ...on(withNoted(entry, so.facts.ledger), so) };
}

/** The same facts with another ledger, and where the run stands by it. */
function on(ledger: Ledger, { facts }: Obeyed): Pick<Obeyed, "facts" | "state"> {
  const next = following(facts, ledger);
  return { facts: next, state: runStateOf(next) };
}

function said(so: Obeyed, ...words: readonly (Markdown | undefined)[]): Obeyed {
  return { ...so, words: [...so.words, ...words.filter((one) => one !== undefined)] };
}

function contextOf(
  written: WrittenCommand,
  comment: ObservedComment,
  { issue, observed }: CommentPlace,
  { facts, state }: Obeyed,
): Parameters<typeof acceptCommand>[0] {
  return {
    written,
    author: comment.author,
    authorId: comment.authorId,
    at: comment.createdAt,
    comment: comment.number,
    ledger: facts.ledger,
    state,
    definition: facts.definition,
    handbook: facts.handbook,
    people: observed.people,
    run: observed.run,
    issue,
    roomForSteps: roomForSteps(observed, state),
  };
}

/** A command took something back. Of the same comment it can only be the last of its kind: nothing that came later may rest on it. */
function tookBack({ entry, takesBack }: TakesBack, comment: ObservedComment, so: Obeyed): Obeyed {
  const own = isFrom(takesBack, comment.number)
    ? so.entries.findLastIndex(({ kind }) => kind === takesBack.kind)
    : -1;
  const { ledger } = so.facts;
  const entries = ledger.entries.map((other) => (other === takesBack ? entry : other));
  return {
    ...so,
    ...on({ ...ledger, entries }, so),
    ...(own < 0
      ? { takenBack: new Map([...so.takenBack, [takesBack, entry]]) }
      : { entries: so.entries.with(own, entry) }),
  };
}

const dates: readonly LedgerEntry["kind"][] = ["moved", "due"];

/** A command brought a fact: the one that is noted already, or a new one where there is room for it. */
function took({ entry, note }: Taken, written: WrittenCommand, { people }: ObservedRun, so: Obeyed): Obeyed {
  const { kind } = entry;
  const known = so.left.find(
    (other) => other.kind === kind || (other.kind === "proposed" && dates.includes(kind)),
  );
  if (known) {
    const next = passedOver(known, { ...so, entries: [...so.entries, entry] });
    return said(next, note, wordsOnChange(known, so.facts));
  }
  const changed = warnOfChange(entry, written.name === "go", so.facts, so.state);
  const longer = noteEntry(changed, so.facts, so.state, people);
  if (longer === undefined) return said(so, noRoom(changed));
  const next = { ...so, ...on(longer, so), entries: [...so.entries, changed] };
  return said(next, note, wordsOnChange(changed, so.facts));
}

function withNoted(entry: LedgerEntry, ledger: Ledger): Ledger {
  return { ...ledger, entries: [...ledger.entries, entry] };
}

function noRoom(entry: NewEntry): Markdown {
  return entry.kind === "closed" && entry.collected !== undefined
    ? text.notes.noRoomForValues
    : text.notes.noRoom;
}
