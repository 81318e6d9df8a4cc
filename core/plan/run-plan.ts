import type { Attendance, CivilDate, WorkCalendar } from "../calendar/index.ts";
import type {
  OneOf,
  ProcessDefinition,
  ProcessId,
  Role,
  RoleId,
  StepId,
  StepKind,
} from "../definition/index.ts";

/** What a plan is made from. */
export interface PlanRequest {
  readonly definition: ProcessDefinition;
  readonly anchorDate: CivilDate;
  /** The day the plan is made: nothing can be done before it. */
  readonly today: CivilDate;
  readonly calendar: WorkCalendar;
  readonly roles: ReadonlyMap<RoleId, Role>;
  /** Who is at work when; its team works by `calendar`. */
  readonly attendance: Attendance;
  /** What a person is called in warnings, by login. */
  readonly nameOf: (login: string) => string;
  /**
   * Answers to start form fields and outcomes of decisions, by id; those of a child process with the step that
   * starts it in front: `post/topic`. What is missing is not known yet.
   */
  readonly answers: ReadonlyMap<string, string>;
  /** Child processes by id; a child that is missing is planned as one step. */
  readonly processes: ReadonlyMap<ProcessId, ProcessDefinition>;
  /** The promised dates of steps of processes beside this one that it waits for, by the words `after` names them with; absent for a run that is no child. */
  readonly siblingEnds?: ReadonlyMap<string, CivilDate> | undefined;
  /** People named for a role in this run only; they come before everyone in roles.yml. */
  readonly peopleByRole?: ReadonlyMap<RoleId, readonly string[]> | undefined;
  /** Whether it is known who holds a role. Where it is not, nothing is said of roles that seem to have nobody; yes when left out. */
  readonly knowsPeople?: boolean | undefined;
  /** What other runs ask of people at the same time: it counts when somebody has too much on one day. */
  readonly elsewhere?: readonly Commitment[] | undefined;
  /** The commit of the handbook the definition was read from; empty when it was read from disk. */
  readonly revision?: string | undefined;
}

/** Something people have to have done by a day. */
export type Commitment = Pick<PlannedTask, "dueDate" | "assignees">;

/** Kinds of plan warnings; they never change. */
export type PlanWarningId =
  | "past-due"
  | "too-tight"
  | "non-business-anchor"
  | "absent"
  | "role-without-people"
  | "own-approval"
  | "overload"
  | "date-unknown"
  | "too-many-steps"
  | "far-away";

/** Something in a plan that someone should know before it starts. */
export interface PlanWarning {
  readonly id: PlanWarningId;
  /** The task it is about; null when it is about the whole run. */
  readonly step: StepId | null;
  readonly message: string;
  /** Who has how many steps due on one day; of `overload` alone. */
  readonly load?: PersonLoad | undefined;
}

/** How many steps one person has due on a day, in all runs that are known. */
export interface PersonLoad {
  readonly person: string;
  readonly dueDate: CivilDate;
  readonly steps: number;
}

/** A step of one run, dated and assigned. */
export interface PlannedTask {
  /**
   * Step id; tasks of a child process carry the step that starts it in front: `write-post/draft`. One of several made from one
   * step has a number behind it: `invite.2`.
   */
  readonly step: StepId;
  readonly title: string;
  readonly kind: StepKind;
  /** The roles that do it; for an approval, those that approve. */
  readonly roles: readonly RoleId[];
  /** Logins, one for each role that has someone; empty when none has. */
  readonly assignees: readonly string[];
  /** The heading it stands under; none when absent. */
  readonly phase?: string | undefined;
  /** Where it is one of several made from one step: that step, with the item of the list it is for. */
  readonly oneOf?: OneOf | undefined;
  /** When work on it has to begin at the latest; where it starts a process, when that process begins. */
  readonly plannedStart: CivilDate;
  readonly dueDate: CivilDate;
  /** The moment on that day, `14:00`, where the step names one. */
  readonly dueTime?: string | undefined;
  /** Whether it cannot be done before its turn; absent where it can. */
  readonly strict?: true | undefined;
  /** The day that the step's offset names, where that is a day off and the step is due beside it. */
  readonly insteadOf?: CivilDate | undefined;
  readonly dependsOn: readonly StepId[];
  /** Whether it depends on an answer or a decision that is not known yet. */
  readonly conditional: boolean;
  /** Whether a slip endangers a later date: its slack is zero. */
  readonly critical: boolean;
  /** How many business days it may slip before a promised date after it, or the end of the run, does: see `lookAhead`. */
  readonly slackBusinessDays: number;
}

/** The schedule of one run. */
export interface RunPlan {
  readonly process: ProcessId;
  readonly revision: string;
  readonly anchorDate: CivilDate;
  /** The day the first task is planned to start; the anchor date when there is no task. */
  readonly startDate: CivilDate;
  /** The lead time of the definition, the same for every date: see `leadTimeBusinessDays`. */
  readonly leadTimeBusinessDays: number;
  /**
   * The first business day, from today on, that could be the anchor date with nothing past due. Tasks that would be past
   * due on any, since they count from today, are left aside.
   */
  readonly earliestAnchorDate: CivilDate;
  readonly tasks: readonly PlannedTask[];
  readonly warnings: readonly PlanWarning[];
}
