import { civilToday } from "../../calendar/index.ts";
import type { Instant } from "../../metrics/index.ts";
import { md, text } from "../../text/index.ts";
import { isToldRefused } from "../changes/refused.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import type { ObservedRun } from "../observed/observed-run.ts";
import { hasSaid } from "../said.ts";
import { type RunFacts, runStateOf } from "../state/run-state.ts";
import type { RunState } from "../state/task-state.ts";
import { following } from "../upgrade/index.ts";
import { commentHappenings } from "./comment-happenings.ts";
import type { Answer, Judged, PutBack } from "./happening.ts";
import { issueHappenings } from "./issue-happenings.ts";
import { noteEntry } from "./note-entry.ts";
import { runHappenings } from "./run-happenings.ts";
import { withSeen } from "./with-seen.ts";

/** The ledger with all that was learnt from GitHub since, and what there is to answer. */
export interface AcceptedFacts {
  readonly ledger: Ledger;
  /** Where the run stands by that ledger. */
  readonly state: RunState;
  readonly answers: readonly Answer[];
  readonly putBack: readonly PutBack[];
  /**
   * Whether nothing is left that happened; what is left is taken in by the next look: very much, and what came after something that
   * people are yet to hear of and no fact stands for.
   */
  readonly isAll: boolean;
}

/**
 * So many new facts are taken in by one look, and what else the last of them brought. Each asks anew where the run stands and how much
 * room there is, and while that is worked out the program answers nobody.
 */
const mostFacts = 30;

/**
 * Reads what people did on GitHub since the ledger was written, oldest first: issues closed, opened and handed over
 * by hand, and commands in new comments. Each is judged by the state that all earlier ones led to. Of very many the oldest are taken in.
 */
export function acceptFacts(facts: RunFacts, observed: ObservedRun): AcceptedFacts {
  let ledger = facts.ledger;
  const answers: Answer[] = [];
  const putBack: PutBack[] = [];
  const happenings = [
    // "Close with comment" does both at the same moment, and first of all writes the comment.
    ...commentHappenings(facts, observed),
    ...issueHappenings(facts, observed),
    ...runHappenings(facts, observed),
  ];
  let state: RunState | undefined;
  let taken = 0;
  let isAll = true;
  let isHeardFirst = false;
  for (const happening of happenings.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    isAll = taken < mostFacts;
    if (!isAll) break;
    const current = following(facts, ledger);
    state ??= runStateOf(current);
    const read = happening.judge(current, state);
    // As it stood when it happened: what was right then is not wrong because it is read late, or once more.
    const stood = isNews(read) ? stateThen(happening.at, current, state) : state;
    const result = stood === state ? read : happening.judge(current, stood);
    isAll = !isHeardFirst || !bringsFacts(result);
    if (!isAll) break;
    isHeardFirst ||= isToBeHeardFirst(result, observed);
    for (const [earlier, instead] of result.takenBack ?? [])
      ledger = withInstead(earlier, withSeen(instead, current), ledger);
    for (const added of result.entries) {
      const longer = noteEntry(added, following(current, ledger), stood, observed.people);
      if (longer === undefined) putBack.push(...noRoomFor(added, facts, observed));
      else ledger = longer;
    }
    // Most of what is read is known already, and working out where a run stands is most of a look.
    if (ledger !== current.ledger) state = undefined;
    taken += result.entries.length;
    answers.push(...result.answers);
    putBack.push(...(result.putBack ?? []));
  }
  return { ledger, state: state ?? runStateOf(following(facts, ledger)), answers, putBack, isAll };
}

/**
 * Whether people are to hear of something that leaves no fact: a refusal, or a word on what is put back. It is judged anew until they have, and
 * facts that came after it would make something else of it.
 */
function isToBeHeardFirst(judged: Judged, observed: ObservedRun): boolean {
  if (bringsFacts(judged)) return false;
  const { answers, putBack = [] } = judged;
  const places = [
    ...answers.map(({ issue }) => issue),
    ...putBack.filter(isYetToBePutBack).map(({ issue }) => issue),
  ];
  return places.some(
    ({ number }) => !isToldRefused({ kind: "post-comment", issue: number, body: "" }, observed),
  );

  function isYetToBePutBack({ issue, key }: PutBack): boolean {
    if (!hasSaid(key, issue)) return true;
    const reopen = { kind: "reopen-issue", issue: issue.number } as const;
    return issue.state === "closed" && !isToldRefused(reopen, observed);
  }
}

function bringsFacts({ entries, takenBack }: Pick<Judged, "entries" | "takenBack">): boolean {
  return entries.length > 0 || (takenBack?.size ?? 0) > 0;
}

function isNews(judged: Judged): boolean {
  const { answers, putBack = [] } = judged;
  return bringsFacts(judged) || answers.length + putBack.length > 0;
}

/** The ledger with one fact in the place of another that was taken back. */
function withInstead(earlier: LedgerEntry, instead: LedgerEntry, ledger: Ledger): Ledger {
  return { ...ledger, entries: ledger.entries.map((entry) => (entry === earlier ? instead : entry)) };
}

/** Where the run stood on the day of an instant, as far as its ledger tells; the same state when that is today. */
function stateThen(at: Instant, facts: RunFacts, now: RunState): RunState {
  const { timeZone } = facts.handbook.handbook.config;
  return civilToday(at, timeZone) === now.today ? now : runStateOf({ ...facts, now: at });
}

/** A word to whoever did by hand what the notes have no room for; whoever wrote a command has been told by then. */
function noRoomFor(added: LedgerEntry, { issues }: RunFacts, { run }: ObservedRun): PutBack[] {
  if (added.by === "" || ("comment" in added && typeof added.comment === "number")) return [];
  const issue = "step" in added && added.step !== undefined ? issues.get(added.step) : run;
  if (issue === undefined) return [];
  const words = md`${text.runComments.to(added.by)}${text.notes.noRoom}`;
  return [{ issue, key: `no room ${added.kind} ${added.at}`, words }];
}
