import type { CivilDate } from "../../core/calendar/index.ts";
import type { Handbook, ProcessId } from "../../core/definition/index.ts";
import type { HandbookActivity } from "../../core/metrics/index.ts";
import type {
  AppliedChange,
  Change,
  ObservedPeople,
  ObservedReaction,
  OtherRun,
  PeopleOfConcern,
  RefusedChange,
  RunHandbook,
  RunIssues,
  ScheduledStart,
  StartIssue,
} from "../../core/run/index.ts";

/** One run as its forge has it now. An adapter adds what it needs to write to it. */
export interface RunObservation {
  readonly observed: RunIssues;
  /** Number of the issue the run is a step of; null for a run of its own. */
  readonly parent: number | null;
  /** The newest commit of the default branch; nothing in an empty repository. */
  readonly newestRevision: string | undefined;
}

/** Runs of a repository, oldest first. */
export interface ObservedRuns<O extends RunObservation = RunObservation> {
  readonly observations: readonly O[];
  /** Those that could not be read or understood. */
  readonly failures: readonly { readonly run: number; readonly error: unknown }[];
  /** The newest commit of the default branch; nothing in an empty repository. */
  readonly newestRevision: string | undefined;
}

/** What changed lately and a list of open runs leaves out. */
export interface RecentRuns<O extends RunObservation = RunObservation> extends ObservedRuns<O> {
  /** Issues in which somebody proposes a change, with something the bot has not answered. */
  readonly proposals: readonly number[];
  /** Issues that ask somebody to read, with a ticked box. */
  readonly ticked: readonly number[];
}

/**
 * One repository of a forge, as the bot reads and writes it. `O` is what the adapter calls an observation; whoever works
 * with one hands it back as it came, with `observed` renewed.
 */
export interface RunRepository<O extends RunObservation = RunObservation> {
  /** The run of an issue; nothing when there is no such issue. */
  observe(number: number): Promise<O | undefined>;
  /** Every open run, or every run there ever was, with what their handbooks need read ahead. */
  observeRuns(which: "open" | "all"): Promise<ObservedRuns<O>>;
  /**
   * The newest runs of some processes that are over, at most so many of each; and whether there are, or may be, older ones that were
   * left out.
   */
  observeNewest(wanted: {
    readonly processes: ReadonlySet<ProcessId>;
    readonly mostEach: number;
  }): Promise<ObservedRuns<O> & { readonly hasOlder: boolean }>;
  /**
   * What a list of open runs leaves out: runs that were closed, and issues that ask for a process without the label of a run,
   * as far as they changed since this instant and are not among `known`; and the numbers of proposals that wait for an answer.
   */
  observeRecent(since: string, known: ReadonlySet<number>): Promise<RecentRuns<O>>;
  /** Asks about people that many runs concern, all at once; what is then read of them for one run costs no request. */
  readPeopleAhead(observations: readonly O[], assignable: readonly string[]): Promise<void>;
  /** The handbook a run follows: at the commit it began with, or at the newest while it has not begun. */
  readHandbook(observation: O): Promise<RunHandbook | undefined>;
  /** What people do about the handbook itself, for those who only read. */
  readActivity(): Promise<HandbookActivity>;
  /** The whole handbook at a commit. */
  readWholeHandbook(revision: string): Promise<Handbook>;
  /** The runs and waiting starts that are open, as much as the plan of another one has to know of them. */
  otherRuns(): Promise<OtherRun[]>;
  /** What a decision has to know of people, asked of the forge now. */
  readPeople(observation: O, concern: PeopleOfConcern): Promise<ObservedPeople>;
  /** Who reacted to issues and comments, asked of the forge once for each observation that needs it, for all of them together. */
  readReactions(asked: readonly (readonly [observation: O, ids: readonly string[]])[]): Promise<void>;
  /** What {@link readReactions} has brought for an observation, by node id. */
  reactionsTo(observation: O): ReadonlyMap<string, readonly ObservedReaction[]>;
  /**
   * Writes changes in order and gives what was answered. Throws {@link WriteRefused} or {@link WriteUnknown} when one
   * failed; those after it were not written.
   */
  act(changes: readonly Change[], observation: O): Promise<AppliedChange[]>;
  /** Every issue that asked for a run and was made on a day or later, whatever became of it. */
  startsSince(day: CivilDate): Promise<StartIssue[]>;
  /** Opens the start issue of a process that repeats, and gives its number. */
  openStart(start: ScheduledStart): Promise<number>;
}

/**
 * A write that was answered with an error. Others in the same request may have been made, and somebody else may
 * have done the same a moment before; whoever asked for it reads what there is and decides anew.
 */
export class WriteRefused extends Error {
  override readonly name = "WriteRefused";
  /** The changes that were refused by a rule, and would be again; empty when it may only have been the moment. */
  readonly refused: readonly RefusedChange[];

  constructor(message: string, options: ErrorOptions & { readonly refused?: readonly RefusedChange[] } = {}) {
    super(message, options);
    this.refused = options.refused ?? [];
  }
}

/**
 * A write whose answer was lost: it may or may not have happened. It is never tried again as it is; whoever asked
 * for it reads what there is and decides anew.
 */
export class WriteUnknown extends Error {
  override readonly name = "WriteUnknown";
}
