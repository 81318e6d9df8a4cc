import type { CivilDate } from "../calendar/index.ts";
import type { ProcessId, RoleId, StepId, StepKind } from "../definition/index.ts";

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
}

/** What became of one task. */
export interface TaskRecord {
  readonly step: StepId;
  readonly title: string;
  readonly kind: StepKind;
  readonly roles: readonly RoleId[];
  readonly assignees: readonly string[];
  readonly status: TaskStatus;
  /** The due date of the plan as first issued. */
  readonly baselineDueDate: CivilDate;
  /** The due date now, after slips and moves. */
  readonly dueDate: CivilDate;
  readonly plannedStart: CivilDate;
  /** When the last task it waits for was done, or the run began. */
  readonly readyAt?: Instant | undefined;
  /** When it was closed as done or skipped. */
  readonly endedAt?: Instant | undefined;
  /** How often it was opened again. */
  readonly reopenCount: number;
  /** Number and address of its issue; absent while there is none. */
  readonly issue?: { readonly number: number; readonly url: string } | undefined;
}

/** The record of one run: what the retrospective, the report, the dashboard and the calendar are made from. */
export interface RunRecord {
  readonly process: ProcessId;
  readonly title: string;
  readonly revision: string;
  readonly issue: { readonly number: number; readonly url: string };
  readonly anchorDate: CivilDate;
  readonly startedBy: string;
  readonly startedAt: Instant;
  /** Absent while it is running. */
  readonly endedAt?: Instant | undefined;
  readonly outcome: "running" | "completed" | "cancelled";
  /** In plan order. */
  readonly tasks: readonly TaskRecord[];
  readonly deviations: readonly DeviationRecord[];
}

/** The data file of all runs, as the site reads it. */
export interface RunsFile {
  readonly version: 1;
  readonly writtenAt: Instant;
  /** When the scheduler last looked at every run; absent when it never did. */
  readonly lastSweepAt?: Instant | undefined;
  readonly runs: readonly RunRecord[];
}
