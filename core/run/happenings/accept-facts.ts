import { civilToday } from "../../calendar/index.ts";
import type { Instant } from "../../metrics/index.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import { addEntry } from "../ledger/room.ts";
import type { ObservedRun } from "../observed/observed-run.ts";
import { accountNow } from "../people/account.ts";
import { withPromised } from "../state/promises-after-entry.ts";
import { type RunFacts, runStateOf } from "../state/run-state.ts";
import { isTakenBack, touchedBy } from "../state/task-progress.ts";
import type { RunState } from "../state/task-state.ts";
import { following } from "../upgrade/index.ts";
import { commentHappenings } from "./comment-happenings.ts";
import type { Answer, Judged, PutBack } from "./happening.ts";
import { issueHappenings } from "./issue-happenings.ts";
import { runHappenings } from "./run-happenings.ts";

/** The ledger with all that was learnt from GitHub since, and what there is to answer. */
export interface AcceptedFacts {
  readonly ledger: Ledger;
  readonly answers: readonly Answer[];
  readonly putBack: readonly PutBack[];
  /** Whether nothing is left that happened; what is left is taken in by the next look. */
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
    ...issueHappenings(facts, observed),
    ...runHappenings(facts, observed),
    ...commentHappenings(facts, observed),
  ];
  let state: RunState | undefined;
  let taken = 0;
  for (const happening of happenings.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    if (taken >= mostFacts) return { ledger, answers, putBack, isAll: false };
    const current = following(facts, ledger);
    state ??= runStateOf(current);
    const read = happening.judge(current, state);
    // As it stood when it happened: what was right then is not wrong because it is read late, or once more.
    const stood = isNews(read) ? stateThen(happening.at, current, state) : state;
    const result = stood === state ? read : happening.judge(current, stood);
    for (const [earlier, instead] of result.takenBack ?? [])
      ledger = withInstead(earlier, withSeen(instead, current), ledger);
    for (const added of result.entries)
      ledger = withEntry(withAccounts(added, observed), following(current, ledger), stood);
    // Most of what is read is known already, and working out where a run stands is most of a look.
    if (ledger !== current.ledger) state = undefined;
    taken += result.entries.length;
    answers.push(...result.answers);
    putBack.push(...(result.putBack ?? []));
  }
  return { ledger, answers, putBack, isAll: true };
}

function isNews({ entries, answers, putBack = [], takenBack }: Judged): boolean {
  return entries.length + answers.length + putBack.length + (takenBack?.size ?? 0) > 0;
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

/**
 * The ledger with one more entry, which keeps what is known of it now: counts, dates, and the promised dates it moves. What has no
 * room is not taken in; commands have been refused in words by then.
 */
function withEntry(added: LedgerEntry, current: RunFacts, state: RunState): Ledger {
  const { ledger } = current;
  const noted = withDates(withHolders(withSeen(added, current), current), state);
  return addEntry(ledger, withPromised(noted, ledger, current)) ?? ledger;
}

/**
 * Notes how often the issues of the steps an entry is about had been closed and opened by then, so that later events can be told from
 * these. GitHub tells when each was closed and opened last.
 */
function withSeen(added: LedgerEntry, { issues, definition, ledger }: RunFacts): LedgerEntry {
  if (!("step" in added) || added.step === undefined) return added;
  const opened = touchedBy(added, definition);
  const takenBack = definition.steps.filter(({ id }) => isTakenBack(id, opened, definition, ledger));
  const steps = [...new Set([added.step, ...opened, ...takenBack.map(({ id }) => id)])];
  const seen = steps.flatMap((step) => {
    const issue = issues.get(step);
    if (issue === undefined) return [];
    const closings = countBy(added.at, issue.closings, issue.closedAt);
    const reopenings = countBy(added.at, issue.reopenings, issue.reopenedAt);
    return [[step, [closings, reopenings]] as const];
  });
  return seen.length > 0 ? { ...added, seen: new Map(seen) } : added;
}

function countBy(at: Instant, count: number, last: Instant | null): number {
  return last !== null && last > at ? count - 1 : count;
}

/** Notes whose accounts a step is handed to, since the login may pass to somebody else. */
function withAccounts(added: LedgerEntry, { people }: ObservedRun): LedgerEntry {
  if (added.kind !== "handed") return added;
  const toIds = new Map(
    added.to.flatMap((login) => {
      const { id } = accountNow(login, people);
      return id === null ? [] : [[login.toLowerCase(), id] as const];
    }),
  );
  return toIds.size > 0 ? { ...added, toIds } : added;
}

/** Notes whose accounts had the step that an entry ends or hands on, since a login tells nothing once it is changed. */
function withHolders(added: LedgerEntry, { issues }: RunFacts): LedgerEntry {
  if (!("step" in added) || added.step === undefined || !endsTurn.includes(added.kind)) return added;
  const hadBy = issues.get(added.step)?.assigneeIds ?? [];
  return hadBy.length > 0 ? { ...added, hadBy } : added;
}

const endsTurn: readonly LedgerEntry["kind"][] = ["closed", "skipped", "decided", "handed"];

const endings: readonly LedgerEntry["kind"][] = ["closed", "skipped", "approved", "decided"];

/** Notes the dates that the step an entry may end has now. */
function withDates(added: LedgerEntry, { tasks }: RunState): LedgerEntry {
  if (!("step" in added) || !endings.includes(added.kind)) return added;
  const task = tasks.find(({ step }) => step === added.step);
  return task ? { ...added, dates: [task.plannedStart, task.dueDate] } : added;
}
