import type { Instant } from "../../metrics/index.ts";
import type { Markdown } from "../../text/index.ts";
import type { LedgerEntry, NewEntry } from "../ledger/ledger.ts";
import type { ObservedComment, ObservedIssue } from "../observed/observed-run.ts";
import type { RunFacts } from "../state/run-state.ts";
import type { RunState } from "../state/task-state.ts";

/** An answer to a comment, to be posted below it. */
export interface Answer {
  readonly issue: ObservedIssue;
  readonly comment: ObservedComment;
  readonly words: Markdown;
  /** Tells answers that are given once in a whole run; absent for one that belongs to its comment alone. */
  readonly onceInRun?: string | undefined;
}

/** A word to whoever did something by hand that is put back. */
export interface PutBack {
  readonly issue: ObservedIssue;
  /** Tells it from all others on the issue. */
  readonly key: string;
  readonly words: Markdown;
  /** Whether a closing is put back; absent for everything else. */
  readonly reopens?: true | undefined;
  /** Whether the issue is taken off the run again, once that is said; absent for everything else. */
  readonly takesOff?: true | undefined;
}

/** What becomes of something that happened: facts for the ledger, answers, and what is put back. */
export interface Judged {
  readonly entries: readonly NewEntry[];
  readonly answers: readonly Answer[];
  readonly putBack?: readonly PutBack[];
  /** Facts that are taken back, each with what stands in its place. */
  readonly takenBack?: ReadonlyMap<LedgerEntry, NewEntry>;
}

/** Something that people did on GitHub. It is judged by the state that all that came before it led to. */
export interface Happening {
  readonly at: Instant;
  readonly judge: (facts: RunFacts, state: RunState) => Judged;
}

/** What happened is known already, or means nothing. */
export const nothing: Judged = { entries: [], answers: [] };

/** One fact and no answer. */
export function learnt(entry: NewEntry): Judged {
  return { entries: [entry], answers: [] };
}

/** Nothing is learnt: it is put back, with a word. */
export function putBack(issue: ObservedIssue, key: string, words: Markdown): Judged {
  return { entries: [], answers: [], putBack: [{ issue, key, words }] };
}

/** The same of a closing, by `how` it was closed: the issue is opened again. */
export function putBackClosing(issue: ObservedIssue, how: string, words: Markdown): Judged {
  const key = `closed ${how} ${issue.closings}`;
  return { entries: [], answers: [], putBack: [{ issue, key, words, reopens: true }] };
}
