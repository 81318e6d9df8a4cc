import { addCalendarDays, civilToday } from "../core/calendar/index.ts";
import {
  type AppliedChange,
  type Change,
  type Decide,
  decide as decideRun,
  dropDoubledStart,
  foldAnswers,
  hidesStep,
  isOlderRead,
  type LeftAlone,
  leftAloneBecause,
  mayBeDoubled,
  needsOtherRuns,
  type OtherRun,
  otherKeeperOf,
  peopleOfConcern,
  type RunIssues,
  reactionsOfConcern,
  relatedRuns,
  seemsBehind,
  startInstead,
} from "../core/run/index.ts";
import type { ConfirmedWrites } from "./confirmed-writes.ts";
import type { Clock } from "./ports/clock.ts";
import {
  type RunObservation,
  type RunRepository,
  WriteRefused,
  WriteUnknown,
} from "./ports/run-repository.ts";
import { TooSoon } from "./ports/work-queue.ts";
import { createRefusals } from "./refusals.ts";
import { sayPutOff } from "./say-put-off.ts";

/** What became of a look at one run. */
export interface Reconciled {
  /** How many changes were written. */
  readonly changes: number;
  /** The run as it was left; nothing when there is no such issue. */
  readonly observed: RunIssues | undefined;
  /** Other runs that the look concerns, as {@link relatedRuns} gives them. */
  readonly related: readonly number[];
}

/** So many writes in a row may fail before the look is given up; the next look starts anew. */
const mostFailures = 4;
/** A read that lacks a step which a run would end without is made so often anew before the run is left as it is. */
const mostRereads = 4;
/** More rounds than any run needs; a decision that never comes to rest is a mistake of ours and is told as one. */
const mostRounds = 25;

/**
 * Brings one run to where it should be: observe, decide, act, again until nothing is left to do. What GitHub answers is
 * folded into the observation, and before the run is left alone it is observed afresh, as before anything is written that may rest on a
 * read that lagged behind. A write that failed is not repeated as it
 * was: the run is observed and decided anew. A change that is refused for good is left out, and the run says so.
 */
export async function reconcile<O extends RunObservation>(
  repository: RunRepository<O>,
  number: number,
  now: Clock,
  confirmed: ConfirmedWrites,
  decide: Decide = decideRun,
): Promise<Reconciled> {
  const observe = async (isSecondRead = false) => {
    const seen = await repository.observe(number);
    return seen && { ...seen, ...confirmed.carry(seen.observed), isSecondRead };
  };
  const refusals = createRefusals();
  let observation = await observe();
  const others = once(() => repository.otherRuns());
  const instead = observation && (await countingInstead(repository, observation));
  let isFresh = true;
  let written = 0;
  let failures = 0;
  let rereads = 0;
  const touched = new Set<number>();
  for (let round = 0; round < mostRounds; round += 1) {
    if (!observation) return { changes: written, observed: undefined, related: [] };
    const { observed, parent, isBehind, isSecondRead } = observation;
    const isDropped = instead !== undefined && mayBeDoubled(observed);
    const decision = await decideOn(repository, observation, now(), { others, decide });
    const { changes: decided, timeZone = "UTC" } = decision;
    const mayNotEnd = endsRun(decided, number) && hidesStep({ observed, now: now() });
    // The sweep ends the run once its last step shows, if nothing else does before.
    if (mayNotEnd && rereads >= mostRereads)
      return { changes: written, observed, related: relatedRuns(observed, parent, touched) };
    // A read that lacks what this process wrote may lack as well what others wrote, which nobody adds to it.
    if (mayNotEnd || ((decision.isToReadAgain || (isBehind && decided.length > 0)) && !isSecondRead)) {
      rereads += 1;
      const again = await observe(true);
      const isOlder = again !== undefined && isOlderRead(again.observed, observed);
      observation = isOlder ? { ...observation, isSecondRead: true } : again;
      continue;
    }
    const wanted = isDropped ? dropDoubledStart(observed, instead) : decided;
    const changes = refusals.without(wanted, observed);
    if (changes.length === 0 && isFresh)
      return {
        changes: written,
        observed,
        related: relatedRuns(observed, parent, touched),
      };
    const outcome =
      changes.length > 0 ? await attempt(repository, changes, observation, timeZone) : { applied: [] };
    if ("applied" in outcome) {
      failures = 0;
      const { applied } = outcome;
      written += applied.length;
      for (const done of applied) touched.add(done.issue?.number ?? numberIn(done.change));
      confirmed.add(number, applied, observed);
      isFresh = applied.length === 0;
      observation = isFresh ? await observe() : { ...observation, observed: foldAnswers(observed, applied) };
    } else {
      failures = refusals.learn(outcome.error, observed) ? 0 : failures + 1;
      if (failures > mostFailures) throw outcome.error;
      isFresh = true;
      observation = await observe();
    }
  }
  throw new Error(`Run #${number} did not come to rest after ${mostRounds} rounds of changes.`);
}

/** The start that counts instead of one that two sweeps opened at once; asked only where that can be. */
async function countingInstead<O extends RunObservation>(
  repository: RunRepository<O>,
  { observed }: O,
): Promise<number | undefined> {
  if (!mayBeDoubled(observed)) return undefined;
  const dayBefore = addCalendarDays(civilToday(observed.run.createdAt, "UTC"), -1);
  return startInstead(observed, await repository.startsSince(dayBefore));
}

/** What a decision on one run came to. */
export interface RunDecision {
  /** What is to be written; empty where there is no handbook. */
  readonly changes: readonly Change[];
  /** The login of another account that looks after the run, which is left alone then. */
  readonly otherKeeper?: string | undefined;
  /** Why the notes of the run make it be left alone. */
  readonly leftAlone?: LeftAlone["why"] | undefined;
  /** Whether what was read looks too old for these changes: it is read once more before they are written. */
  readonly isToReadAgain?: boolean | undefined;
  /** The time zone of the handbook; nothing where there is none. */
  readonly timeZone?: string | undefined;
}

/** Asks at most once, and only when somebody wants to know: one look plans with one answer from beginning to end. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
}

/** What is to be written for a run as observed. `others` gives the open runs; it is asked only where a plan rests on them. */
export async function decideOn<O extends RunObservation>(
  repository: RunRepository<O>,
  observation: O,
  now: string,
  {
    others,
    decide = decideRun,
  }: { readonly others: () => Promise<readonly OtherRun[]>; readonly decide?: Decide | undefined },
): Promise<RunDecision> {
  const handbook = await repository.readHandbook(observation);
  if (!handbook) return { changes: [] };
  const concern = peopleOfConcern({ observed: observation.observed, handbook });
  const people = await repository.readPeople(observation, concern);
  await repository.readReactions([
    [observation, reactionsOfConcern({ observed: observation.observed, handbook })],
  ]);
  const observed = { ...observation.observed, people, reactions: repository.reactionsTo(observation) };
  const { timeZone } = handbook.handbook.config;
  const otherKeeper = otherKeeperOf(observed);
  const leftAlone = otherKeeper === undefined ? leftAloneBecause(observed) : undefined;
  const isLeft = otherKeeper !== undefined || leftAlone !== undefined;
  const known = !isLeft && needsOtherRuns({ observed, handbook, now }) ? await others() : undefined;
  const changes = decide({ observed, handbook, now, others: known });
  const isToReadAgain = changes.length > 0 && seemsBehind({ observed, now });
  return { changes, isToReadAgain, otherKeeper, leftAlone, timeZone };
}

/** Carries changes out. When one failed, nobody knows without looking which of them were made. */
async function attempt<O extends RunObservation>(
  repository: RunRepository<O>,
  changes: readonly Change[],
  observation: O,
  timeZone: string,
): Promise<{ readonly applied: readonly AppliedChange[] } | { readonly error: WriteUnknown | WriteRefused }> {
  try {
    return { applied: await repository.act(changes, observation) };
  } catch (error) {
    if (error instanceof WriteUnknown || error instanceof WriteRefused) return { error };
    if (error instanceof TooSoon) await sayPutOff(repository, observation, changes, error, timeZone);
    throw error;
  }
}

function endsRun(changes: readonly Change[], run: number): boolean {
  return changes.some((change) => change.kind === "close-issue" && change.issue === run);
}

function numberIn(change: Change): number {
  return "issue" in change ? change.issue : 0;
}
