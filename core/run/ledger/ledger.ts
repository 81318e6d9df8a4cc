import type { CivilDate } from "../../calendar/index.ts";
import type { ProcessId, RoleId, StepId } from "../../definition/index.ts";
import type { Instant } from "../../metrics/index.ts";

/** The versions of a ledger that are read, oldest first: each only adds to the one before. The ledger's schema says what. */
export const ledgerVersions = [2, 3, 4, 5, 6, 7, 8] as const;

/**
 * What the bot has accepted about one run: the inputs frozen when it began, and every fact since, in the order it
 * learnt them. It is kept in the run's status comment, which only the bot writes; nothing else is remembered anywhere. What
 * belongs to an id that people chose stands in a Map, never in a plain object.
 */
export interface Ledger {
  /** The oldest version that knows all that is in it, once it is stored: what a run does not use, older programs need not know. */
  readonly version: (typeof ledgerVersions)[number];
  readonly process: ProcessId;
  /** Commit of the handbook that the run follows: the one it began with, until people move it to a newer one. */
  readonly revision: string;
  /** The files of the process and of its child processes, as paths within the handbook. */
  readonly files: readonly string[];
  /** The day the bot last looked at the run. */
  readonly checkedOn: CivilDate;
  /** The anchor date asked for at the start; later moves are entries. */
  readonly anchorDate: CivilDate;
  readonly answers: ReadonlyMap<string, string>;
  readonly peopleByRole: ReadonlyMap<RoleId, readonly string[]>;
  readonly startedBy: string;
  /** Database id of that account; absent in what was noted before ids were. */
  readonly startedById?: number | null | undefined;
  /**
   * Database ids of those the run may need, by login in lower case, as GitHub told them when it began: a login may pass to another
   * account since. Absent in what was noted before ids were.
   */
  readonly accounts?: ReadonlyMap<string, number> | undefined;
  /** Null while the run waits for `/go`: until then the issue may be edited and is planned anew. */
  readonly startedAt: Instant | null;
  /** The newest comment, by number, when the plan was first shown for these inputs: a `/go` counts only after it. */
  readonly goAfter: number;
  /** The plan as first issued. */
  readonly baseline: ReadonlyMap<StepId, BaselineTask>;
  /** Business days by which the run was expected to be over later than promised when the bot last looked; absent for none. */
  readonly slipBusinessDays?: number | undefined;
  /** The open run that a start looked like when its plan was shown; absent where there was none. */
  readonly like?: number | undefined;
  /**
   * What other runs asked of people on the days that the plan of a start warned of when it was shown; absent where they had no part in
   * any, and once it has begun.
   */
  readonly elsewhere?: readonly WorkOnDay[] | undefined;
  /** The warnings of the plan a run began with, where nobody had seen them by then; absent where there were none. */
  readonly startWarnings?: UnseenWarnings | undefined;
  /**
   * Of a run that is a step of another one and is over: a digest of what its steps say, and who changed that last since it was over, and when. Absent
   * for every other run, and for one that was over before this was noted. With an empty `by` nobody can tell who it was, and `at` is when it was seen.
   */
  readonly work?:
    | { readonly digest: string; readonly at: Instant; readonly by: string; readonly byId: number | null }
    | undefined;
  /** The issue of each step, once it is known. */
  readonly issues: ReadonlyMap<StepId, number>;
  readonly entries: readonly LedgerEntry[];
}

/** How many steps of other runs somebody has to have done by a day. */
export interface WorkOnDay {
  readonly person: string;
  readonly due: CivilDate;
  readonly steps: number;
}

/** What there was to be said of a plan that came into force without being agreed to. */
export interface UnseenWarnings {
  /** Plain sentences; the first of them where there were very many. */
  readonly messages: readonly string[];
  /** How many more there were. */
  readonly left: number;
  /** The earliest anchor date at which nothing would have been past due; absent where nothing was. */
  readonly earliest?: CivilDate | undefined;
}

/** A step as the first plan had it: planned start, due date, and the people its roles were resolved to. */
export interface BaselineTask {
  readonly start: CivilDate;
  readonly due: CivilDate;
  readonly people: readonly string[];
}

interface Entry {
  /** When it happened on GitHub. */
  readonly at: Instant;
  readonly by: string;
  /** Database id of that account: a login may pass to another. Null where nobody did it; absent in what was noted before ids were. */
  readonly byId?: number | null | undefined;
  /** Database ids of those who were assigned to the step when this ended it or handed it on; absent where it had nobody. */
  readonly hadBy?: readonly number[] | undefined;
  /** How often the issues of the steps it is about had been closed and opened again by then; absent while there are none. */
  readonly seen?: ReadonlyMap<StepId, readonly [closings: number, reopenings: number]> | undefined;
  /** The dates the step had when this ended it: they stay, whatever moves afterwards. Absent where it ends nothing. */
  readonly dates?: readonly [plannedStart: CivilDate, due: CivilDate] | undefined;
  /**
   * The promised dates that are others because of this, worked out once with the calendar of that day. Nothing else ever moves a
   * promised date. Absent where all stay.
   */
  readonly promised?: ReadonlyMap<StepId, readonly [plannedStart: CivilDate, due: CivilDate]> | undefined;
  /**
   * The approvals that had their turn by this, or were asked for again, each with the beginning of the digest that the work it judges had then, step by
   * step. Absent where there are none, and in what was noted before this was.
   */
  readonly askedAbout?: ReadonlyMap<StepId, readonly (readonly [step: StepId, digest: string])[]> | undefined;
  /**
   * Database ids of those who gave work to others in the run that the step was which this ends, or in one inside that, with the ids of whom they gave it to. Null for
   * whoever started the run at the top, in its form. Absent where nobody did, and in what was noted before this was.
   */
  readonly gave?: readonly (readonly [by: number | null, to: readonly number[]])[] | undefined;
}

interface CommandEntry extends Entry {
  /** The comment it was asked for in, by number. */
  readonly comment: number;
}

/** So many characters of a digest tell one text from another where nothing hangs on it but a word to somebody. */
export const askedDigestLength = 16;

/** The kinds of facts that commands bring, and that `/undo` can take back. */
export const takenBackKinds = [
  "closed",
  "approved",
  "changes",
  "decided",
  "answered",
  "skipped",
  "due",
  "moved",
  "added",
  "handed",
  "cancelled",
  "proposed",
] as const;

/** One accepted fact. Entries are only ever added; one that is taken back gives its place to an `undone`. */
export type LedgerEntry =
  | (CommandEntry & { readonly kind: "go" })
  | (Entry & {
      readonly kind: "closed";
      readonly step: StepId;
      readonly early: boolean;
      /** The comment with `/done`; absent when its issue was closed. */
      readonly comment?: number | undefined;
      /** What was written behind `/done`, for whoever is next. */
      readonly note?: string | undefined;
      /** What the step collects, by its id: an empty text for what was not given. Absent for a step that collects nothing. */
      readonly collected?: ReadonlyMap<string, string> | undefined;
    })
  | (Entry & { readonly kind: "reopened"; readonly step: StepId })
  /** Whoever has a step that asks for a first reaction put a sign on it, or ticked or wrote something in its text. */
  | (Entry & { readonly kind: "responded"; readonly step: StepId })
  /** Somebody who has a step that an approval judges, or had it, wrote in its text while they did not have it in its turn. */
  | (Entry & { readonly kind: "worked"; readonly step: StepId })
  | (CommandEntry & {
      readonly kind: "approved";
      readonly step: StepId;
      readonly roles: readonly RoleId[];
      /** The steps that were judged, and the digest of its work that each had then. */
      readonly texts: readonly (readonly [step: StepId, digest: string])[];
    })
  /** The text of a step was changed after an approval of it, which is asked for again. */
  | (Entry & { readonly kind: "edited"; readonly step: StepId })
  /** A command was taken back by whoever wrote it; stands where the fact stood that it had brought. */
  | (CommandEntry & {
      readonly kind: "undone";
      readonly of: (typeof takenBackKinds)[number];
      readonly step?: StepId | undefined;
      /** The comment with the command that was taken back. */
      readonly asked: number;
      /** Of a step that was handed on: as there. */
      readonly inTurn?: true | undefined;
    })
  | (CommandEntry & { readonly kind: "changes"; readonly step: StepId; readonly reason: string })
  | (CommandEntry & {
      readonly kind: "decided";
      readonly step: StepId;
      readonly outcome: string;
      /** What was written behind the outcome; absent where nothing was. */
      readonly reason?: string | undefined;
    })
  /** A new date that was asked for, and waits for `/go` since it comes with warnings: of a step, or of the whole run. */
  | (CommandEntry & {
      readonly kind: "proposed";
      readonly moves: StepId | null;
      readonly date: CivilDate;
      readonly reason: string;
      /** What it would bring, as it is said below the comment; absent where it brings nothing, and in what was noted before this was. */
      readonly warnings?: UnseenWarnings | undefined;
    })
  /** A question that a step's condition rests on was answered on that step, since the start form had left it open. */
  | (CommandEntry & {
      readonly kind: "answered";
      readonly step: StepId;
      readonly subject: string;
      readonly value: string;
      /** What was written behind one of several answers; absent where nothing was. */
      readonly reason?: string | undefined;
    })
  | (Entry & {
      readonly kind: "skipped";
      readonly step: StepId;
      readonly reason: string;
      /** Null when the issue was closed as not planned by hand. */
      readonly comment: number | null;
    })
  | (Entry & {
      readonly kind: "due";
      readonly step: StepId;
      readonly date: CivilDate;
      readonly reason: string;
      /** Null when the step is a run of its own that was moved by itself, and when somebody set the date by hand. */
      readonly comment: number | null;
      /** What that brings, which nobody has seen; absent where it brings nothing, was agreed to, or was noted before this was. */
      readonly warnings?: UnseenWarnings | undefined;
    })
  | (Entry & {
      readonly kind: "moved";
      readonly anchorDate: CivilDate;
      readonly reason: string;
      /** Null when the run moved with the run it belongs to; nobody did it then when a step there was late. */
      readonly comment: number | null;
      /** What that brings here, which nobody has seen; absent where it brings nothing, was agreed to, or was noted before this was. */
      readonly warnings?: UnseenWarnings | undefined;
    })
  | (Entry & {
      readonly kind: "added";
      readonly step: StepId;
      readonly title: string;
      readonly person: string;
      readonly date: CivilDate;
      /** The steps it waits for, and those that wait for it; absent where it stands outside the order. */
      readonly after?: readonly StepId[] | undefined;
      readonly before?: readonly StepId[] | undefined;
      readonly reason: string;
      /** Null when the sub-issue was added by hand. */
      readonly comment: number | null;
      /** What it brings, as it is said below the comment; absent where it brings nothing, and in what was noted before this was. */
      readonly warnings?: UnseenWarnings | undefined;
    })
  | (Entry & {
      readonly kind: "handed";
      readonly step: StepId;
      readonly to: readonly string[];
      /** Database ids of whoever got it, as far as GitHub told them; absent in what was noted before ids were. */
      readonly toIds?: ReadonlyMap<string, number> | undefined;
      /** Who had it until then, or those parts of it; absent where nobody noted it. */
      readonly from?: readonly string[] | undefined;
      /** The approver roles that passed on; absent when the whole step did. */
      readonly roles?: readonly RoleId[] | undefined;
      /** That its turn had come, so that whoever had it may have worked on it; absent where it had not, and in what was noted before this was. */
      readonly inTurn?: true | undefined;
      readonly reason: string;
      readonly comment: number | null;
      /** What it brings, as it is said below the comment; absent where it brings nothing, and in what was noted before this was. */
      readonly warnings?: UnseenWarnings | undefined;
    })
  | (Entry & {
      readonly kind: "cancelled";
      readonly reason: string;
      /** Null when the run's issue was closed as not planned by hand. */
      readonly comment: number | null;
    })
  /** A cancelled run was taken up again: somebody opened its issue. */
  | (Entry & { readonly kind: "resumed" })
  /**
   * The notes were changed or lost, and were restored: from GitHub's edit history, from the copy in a step, or by reading the
   * run again from its issues and comments. `by` is empty where nobody can tell who it was.
   */
  | (Entry & { readonly kind: "restored"; readonly from: "history" | "copy" | "issues" })
  /** A newer text of the handbook was shown, and waits for `/go`. */
  | (CommandEntry & { readonly kind: "upgrade-proposed"; readonly revision: string })
  /** The run follows a newer text of the handbook since. */
  | (CommandEntry & {
      readonly kind: "upgraded";
      /** The commit it followed until then, and the one it follows now. */
      readonly from: string;
      readonly revision: string;
      /** The files it follows now, as paths within the handbook. */
      readonly files: readonly string[];
      /** The steps that are new to the run or belong to others now, with the people they were given to. */
      readonly people: ReadonlyMap<StepId, readonly string[]>;
      /** Those of them whose turn had come, so that whoever had them may have worked on them; absent where there are none, and in what was noted before this was. */
      readonly inTurn?: readonly StepId[] | undefined;
      /** What a question that is new answers by itself. */
      readonly answers: ReadonlyMap<string, string>;
      /** Steps that are no longer part of the process, with the titles they had. */
      readonly gone: ReadonlyMap<StepId, string>;
      /** Steps that are not over and read otherwise now, with the titles they had. */
      readonly reworded: ReadonlyMap<StepId, string>;
    })
  /** Somebody answered the retrospective; the words are read from the comment as it stands. */
  | (CommandEntry & { readonly kind: "replied" })
  | (Entry & { readonly kind: "ended" });

/** A fact as it is learnt now: whose account it was is always said. */
export type NewEntry = LedgerEntry & { readonly byId: number | null };
