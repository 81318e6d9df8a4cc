import type { CivilDate } from "../../calendar/index.ts";
import type { RoleId, Step, StepId, StepKind } from "../../definition/index.ts";
import type { Instant, TaskStatus } from "../../metrics/index.ts";
import type { ObservedBlocker, ObservedIssue } from "../observed/observed-run.ts";
import type { ApproverPart } from "./approver-parts.ts";
import type { OpenQuestion } from "./open-question.ts";
import type { Siblings, SiblingWait } from "./siblings-of-run.ts";

/** A step of a run as it stands now. */
export interface TaskState {
  readonly step: StepId;
  readonly title: string;
  readonly kind: StepKind;
  /** The step of the definition; absent for a step that was added to this run. */
  readonly definition?: Step | undefined;
  readonly roles: readonly RoleId[];
  /** Who is in charge of it now, assignable or not. */
  readonly people: readonly string[];
  /** Those of them whose turn it still is: of an approval, those who have yet to agree. */
  readonly awaited: readonly string[];
  /** Who decides for each approver role; empty for all but approvals. */
  readonly parts: readonly ApproverPart[];
  readonly dependsOn: readonly StepId[];
  /** What it waits for in runs beside its own, over or not; absent for most. */
  readonly siblings?: readonly SiblingWait[] | undefined;
  readonly status: TaskStatus;
  /** What has to be answered before anybody can begin, although all before it is over; `awaited` are asked. */
  readonly question?: OpenQuestion | undefined;
  /** How it stands to its promised date; labels, texts and figures ask here and nowhere else. */
  readonly isLate: boolean;
  readonly isHeldUp: boolean;
  readonly isAtRisk: boolean;
  readonly plannedStart: CivilDate;
  /** The promised date; it moves only by an entry of the ledger. */
  readonly dueDate: CivilDate;
  readonly baselineDueDate: CivilDate;
  /** When it will be over if everybody works on from today; never before its promised date, and the day it ended once it is over. */
  readonly expectedDate: CivilDate;
  /** Business days it may slip beyond its expected date before a promised date after it, or the end of the run, does. */
  readonly slackBusinessDays: number;
  /** When the last step it waits for was over; the start of the run for a step that waits for nobody. */
  readonly readyAt?: Instant | undefined;
  readonly endedAt?: Instant | undefined;
  readonly endedBy?: string | undefined;
  readonly reopenCount: number;
  /** When it was last opened again; absent when it never was. */
  readonly openedAgainAt?: Instant | undefined;
  /** Approver roles that have approved since the work was last handed in. */
  readonly approvedBy: readonly {
    readonly role: RoleId;
    readonly by: string;
    /** Database id of that account; null where none was noted. */
    readonly byId: number | null;
    /** The steps that were judged, each with the digest of the text it had. */
    readonly texts: readonly (readonly [step: StepId, digest: string])[];
  }[];
  readonly outcome?: string | undefined;
  /** What whoever finished it wrote for whoever is next. */
  readonly note?: string | undefined;
  /** What was entered when it was done, by the id of the value; an empty text for what was not given. */
  readonly collected?: ReadonlyMap<string, string> | undefined;
  /** Whether an answer or a decision has ruled it out. */
  readonly isLeftOut: boolean;
  readonly critical: boolean;
  readonly issue?: ObservedIssue | undefined;
}

/** A run as it stands now. */
export interface RunState {
  readonly anchorDate: CivilDate;
  readonly today: CivilDate;
  readonly tasks: readonly TaskState[];
  /** What a run that is a step of another one waits for, over or not; empty for every other run. */
  readonly waitsFor: readonly ObservedBlocker[];
  /** What is known of the runs beside it. */
  readonly siblings: Siblings;
  readonly outcome: "running" | "completed" | "cancelled";
}

/** Whether nothing more is to be done for a task. */
export function isOver(task: TaskState): boolean {
  return task.status === "done" || task.status === "skipped" || task.status === "cancelled";
}
