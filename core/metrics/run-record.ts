import type { CivilDate } from "../calendar/index.ts";
import type { CollectType, ProcessId, RoleId, StepId, StepKind } from "../definition/index.ts";
import type { SuggestedChange } from "./suggested-change.ts";

/** A moment as ISO text in UTC, `2026-11-21T08:00:00Z`. */
export type Instant = string;

/** Where a task of a run stands. Overdue is no status: it is a task that is not over on the day after its due date. */
export type TaskStatus = "planned" | "ready" | "done" | "skipped" | "cancelled";

/** The ways in which a run can leave its plan. */
export type DeviationKind = "skipped" | "added" | "moved" | "handed-over" | "closed-early" | "reopened";

/** One departure from the plan, with the reason that was given. */
export interface DeviationRecord {
  readonly kind: DeviationKind;
  /** The task it is about; null when it is about the whole run. */
  readonly step: StepId | null;
  readonly by: string;
  readonly at: Instant;
  /** As it was typed; empty when none was given. Plain text: escape it wherever it is shown. */
  readonly reason: string;
  /** Address of the comment it was given in, where it stands whole; absent where there is none any more. */
  readonly reasonUrl?: string | undefined;
  /** What a date was moved to: the anchor date of a run, the due date of a task; absent for every other kind. */
  readonly date?: CivilDate | undefined;
}

/** A value that was entered when a task was done. */
export interface CollectedRecord {
  readonly id: string;
  readonly label: string;
  readonly type: CollectType;
  /** Text and links as typed; a number, hours or `1200.50 CHF`; a date as ISO text. Plain text: escape it wherever it is shown. */
  readonly value: string;
}

/** What became of one task. */
export interface TaskRecord {
  readonly step: StepId;
  readonly title: string;
  readonly kind: StepKind;
  readonly roles: readonly RoleId[];
  readonly assignees: readonly string[];
  /** Whom it still waits for, where those are others than its people: the approvers who have yet to agree, or whoever was asked. */
  readonly awaited?: readonly string[] | undefined;
  readonly status: TaskStatus;
  /** Whether an approval was left out with it, and so not given: itself, or one in the run that it is; absent for everything else. */
  readonly isNotApproved?: true | undefined;
  /** The due date of the plan as first issued. */
  readonly baselineDueDate: CivilDate;
  /** The due date now, after slips and moves. */
  readonly dueDate: CivilDate;
  /** The moment on that day, `14:00`, where the step names one. */
  readonly dueTime?: string | undefined;
  /** The heading it stands under; absent for none, and in records from before there were any. */
  readonly phase?: string | undefined;
  /** The step of the handbook that it was made from together with others, one for each item or time; absent for every other task. */
  readonly madeFrom?: StepId | undefined;
  /**
   * The due date in force when its turn came; later where the whole run was moved since and that gave it more time. Absent in
   * records of version 1.
   */
  readonly agreedDueDate?: CivilDate | undefined;
  /** When it was expected to be over when the record was made; never before its due date, and absent in records of version 1. */
  readonly expectedDate?: CivilDate | undefined;
  /** The tasks it waits for; absent in records of version 1. */
  readonly dependsOn?: readonly StepId[] | undefined;
  /** Whether it waits for an answer that somebody was asked for, which counts as its turn. */
  readonly isAsked?: true | undefined;
  readonly plannedStart: CivilDate;
  /** When the last task it waits for was done, or the run began. */
  readonly readyAt?: Instant | undefined;
  /** When it was closed as done or skipped. */
  readonly endedAt?: Instant | undefined;
  /** How often it was opened again. */
  readonly reopenCount: number;
  /** The first reaction of whoever has it, where the process asks for one in a given time. */
  readonly respond?: RespondRecord | undefined;
  /** What was entered when it was done; absent where nothing was. */
  readonly collected?: readonly CollectedRecord[] | undefined;
  /** Number and address of its issue; absent while there is none. */
  readonly issue?: { readonly number: number; readonly url: string } | undefined;
}

/** How soon whoever had a task reacted to its turn. */
export interface RespondRecord {
  readonly targetMinutes: number;
  /** Absent while nobody has. */
  readonly respondedAt?: Instant | undefined;
  /** Working time from its turn to the reaction, or to now while there is none; absent before its turn. */
  readonly minutes?: number | undefined;
}

/** The questions of a retrospective, in the order in which they are asked. */
export const retrospectiveQuestions = ["held-up", "missing", "handbook"] as const;

export type RetrospectiveQuestion = (typeof retrospectiveQuestions)[number];

/** What somebody answered to a question of a retrospective, and nobody has dealt with yet. */
export interface RetrospectiveAnswer {
  readonly question: RetrospectiveQuestion;
  /** As it was typed. Plain text: escape it wherever it is shown. */
  readonly words: string;
  /** The task that the words name; null where they name none. */
  readonly step: StepId | null;
  readonly by: string;
  readonly at: Instant;
  readonly comment: { readonly number: number; readonly url: string };
}

/** The record of one run: what the retrospective, the report, the dashboard and the calendar are made from. */
export interface RunRecord {
  readonly process: ProcessId;
  readonly title: string;
  readonly revision: string;
  readonly issue: { readonly number: number; readonly url: string };
  readonly anchorDate: CivilDate;
  /** The one it began with, where the run was moved since; absent where it was not, and in older records. */
  readonly firstAnchorDate?: CivilDate | undefined;
  /** Whether the run begins with that date, so that its end is what was promised; absent where it does not, and in older records. */
  readonly startsAtAnchor?: true | undefined;
  readonly startedBy: string;
  readonly startedAt: Instant;
  /** Absent while it is running. */
  readonly endedAt?: Instant | undefined;
  readonly outcome: "running" | "completed" | "cancelled";
  /** In plan order. */
  readonly tasks: readonly TaskRecord[];
  readonly deviations: readonly DeviationRecord[];
  /** Answers to its retrospective whose comment is there and is not hidden; absent where there are none. */
  readonly replies?: readonly RetrospectiveAnswer[] | undefined;
}

/** The data file of all runs, as the site reads it. */
export interface RunsFile {
  readonly version: 1 | 2;
  readonly writtenAt: Instant;
  /** When the scheduler last looked at every run; absent when it never did. */
  readonly lastSweepAt?: Instant | undefined;
  readonly runs: readonly RunRecord[];
  /** What is going on about the handbook itself; absent where nobody asked. */
  readonly activity?: HandbookActivity | undefined;
}

/** What people do about the handbook itself. */
export interface HandbookActivity {
  /** Open issues in which somebody proposes a change, newest first. */
  readonly proposals: readonly OpenProposal[];
  /** Who agreed to what was merged, newest first. */
  readonly agreements: readonly Agreement[];
  /** When somebody who looks after a process found its text still right, newest first. */
  readonly confirmations: readonly Confirmation[];
  /** Numbers of the comments with answers to retrospectives that a pull request named which is merged or closed since. */
  readonly dealtWith?: readonly number[] | undefined;
  /** What past runs suggested and people decided about, newest first; absent in files of older versions. */
  readonly decided?: readonly DecidedSuggestion[] | undefined;
}

/** A change that past runs suggested, with what people did with it on the pull request that brought it. */
export interface DecidedSuggestion extends SuggestedChange {
  readonly process: ProcessId;
  readonly pull: { readonly number: number; readonly url: string };
  readonly at: Instant;
  /** Whether it was merged: the pull request with its tick. */
  readonly isTaken: boolean;
}

export interface Confirmation {
  readonly process: ProcessId;
  readonly at: Instant;
}

export interface OpenProposal {
  readonly process: ProcessId;
  readonly title: string;
  readonly issue: { readonly number: number; readonly url: string };
  readonly openedAt: Instant;
}

export interface Agreement {
  /** The commits it stands for: the one that was agreed to, and the one it was merged as. */
  readonly revisions: readonly string[];
  readonly people: readonly string[];
}
