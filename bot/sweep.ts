import { civilToday } from "../core/calendar/index.ts";
import type { Handbook } from "../core/definition/index.ts";
import { isDayOfLearning } from "../core/learning/index.ts";
import {
  type Decide,
  dueStarts,
  firstDayOfStarts,
  isPlainStep,
  type LeftAlone,
  mayHaveStarts,
  type OtherRun,
  otherRunOf,
  peopleOfConcern,
  type RunIssues,
  reactionsOfConcern,
  type StartIssue,
  startInstead,
  startIssueOf,
} from "../core/run/index.ts";
import type { Clock } from "./ports/clock.ts";
import type { RunObservation, RunRepository } from "./ports/run-repository.ts";
import { decideOn } from "./reconcile.ts";

/** What a sweep found to do. */
export interface Swept {
  /** Open runs looked at. */
  readonly runs: number;
  /** Runs that something was written to, and start issues opened. */
  readonly changed: number;
  /** Runs that were left alone: another account looks after them, by login, or their notes cannot be trusted or understood. */
  readonly leftAlone: readonly LeftAloneRun[];
  /** Issues in which somebody proposes a change of the handbook and that wait for an answer: whoever swept has them looked at. */
  readonly proposals: readonly number[];
  /** Issues that ask somebody to read, with a ticked box. */
  readonly ticked: readonly number[];
  /**
   * Whether the handbook wants suggestions of what runs teach: whoever swept has the ticks of open ones looked at, and on the day for new
   * ones has these made.
   */
  readonly learning: "off" | "ticks" | "day";
  /** What went wrong with single runs; the others were looked at all the same. */
  readonly failures: readonly { readonly run: number; readonly error: unknown }[];
}

export type LeftAloneRun =
  | { readonly run: number; readonly keeper: string }
  | { readonly run: number; readonly why: LeftAlone["why"] };

/** So far back a sweep looks at what no list of open runs shows: an event about it may have been lost. */
export const recentDays = 14;

/**
 * Looks at every open run of a repository, at those that were closed or lost their label lately, and opens the start issues that
 * repeating processes ask for. An open run that needs nothing costs no request of its own; one that does is looked at by `look`,
 * as if something had happened to it.
 */
export async function sweep<O extends RunObservation>(
  repository: RunRepository<O>,
  look: (number: number) => Promise<unknown>,
  now: Clock,
  decide?: Decide,
): Promise<Swept> {
  const { observations, newestRevision, failures: unread } = await repository.observeRuns("open");
  const failures: { run: number; error: unknown }[] = [...unread];
  const leftAlone: LeftAloneRun[] = [];
  let changed = 0;
  const attempt = async (run: number, work: () => Promise<boolean>) => {
    try {
      if (await work()) changed += 1;
    } catch (error) {
      failures.push({ run, error });
    }
  };
  const open: StartIssue[] = observations.flatMap(({ observed }) => startsIn(observed));
  const others = observations.map(({ observed }) => otherRunIn(observed));
  const lookAt = async (observation: O): Promise<boolean> => {
    const { observed } = observation;
    const { number } = observed.run;
    const decision = await decideOn(repository, observation, now(), {
      others: async () => others,
      decide,
    });
    const { changes, otherKeeper, leftAlone: why } = decision;
    if (otherKeeper !== undefined) leftAlone.push({ run: number, keeper: otherKeeper });
    if (why !== undefined) leftAlone.push({ run: number, why });
    const isDue = changes.length > 0 || startInstead(observed, open) !== undefined;
    if (isDue) await look(number);
    return isDue;
  };
  const listed = new Set([
    ...observations.map(({ observed }) => observed.run.number),
    ...failures.map(({ run }) => run),
  ]);
  const recent = await repository.observeRecent(daysBefore(now(), recentDays), listed);
  failures.push(...recent.failures);
  const { proposals, ticked } = recent;
  const all = [...observations, ...recent.observations];
  // A list of starts by their label and text cannot tell a step that people have put both on.
  const steps = new Set(all.flatMap(({ observed: { run } }) => (isPlainStep(run) ? [run.number] : [])));
  await askAhead(repository, all);
  for (const [index, observation] of all.entries()) {
    // A start whose label is still to come is known all the same, or it would be opened once more.
    const { observed } = observation;
    if (index >= observations.length) open.push(...startsIn(observed));
    await attempt(observed.run.number, () => lookAt(observation));
  }
  const handbook =
    newestRevision === undefined ? undefined : await repository.readWholeHandbook(newestRevision);
  await attempt(0, async () => {
    if (!handbook) return false;
    const today = civilToday(now(), handbook.config.timeZone);
    if (!mayHaveStarts(handbook, today, open)) return false;
    const known = await repository.startsSince(firstDayOfStarts(today));
    const starts = known.filter(({ number }) => !steps.has(number));
    for (const start of dueStarts(handbook, today, [...open, ...starts])) {
      await attempt(0, async () => {
        await look(await repository.openStart(start));
        return true;
      });
    }
    return false;
  });
  const learning = learningOn(handbook, now());
  return { runs: observations.length, changed, leftAlone, proposals, ticked, learning, failures };
}

function learningOn(handbook: Handbook | undefined, now: string): Swept["learning"] {
  if (handbook?.config.learning !== "proposals") return "off";
  return isDayOfLearning(handbook, now) ? "day" : "ticks";
}

/** A run as a start; nothing for a step that people have put a form or a label on. */
function startsIn(observed: RunIssues): StartIssue[] {
  return isPlainStep(observed.run) ? [] : [startIssueOf(observed)];
}

/** An open run as the plan of another one has to know it. */
function otherRunIn({ run, steps }: RunIssues): OtherRun {
  return otherRunOf(
    run,
    new Set(steps.filter(({ state }) => state === "closed").map(({ number }) => number)),
  );
}

/** Asks about everybody whom runs concern, and who reacted to what, at once. What cannot be asked now is asked with the run that needs it. */
async function askAhead<O extends RunObservation>(
  repository: RunRepository<O>,
  observations: readonly O[],
): Promise<void> {
  const logins: string[] = [];
  const signs: (readonly [O, readonly string[]])[] = [];
  for (const observation of observations) {
    const handbook = await repository.readHandbook(observation).catch(() => undefined);
    if (!handbook) continue;
    const { observed } = observation;
    logins.push(...peopleOfConcern({ observed, handbook }).assignable);
    signs.push([observation, reactionsOfConcern({ observed, handbook })]);
  }
  await repository.readReactions(signs).catch(() => undefined);
  await repository.readPeopleAhead(observations, logins).catch(() => undefined);
}

function daysBefore(instant: string, days: number): string {
  return new Date(Date.parse(instant) - days * 24 * 3_600_000).toISOString();
}
