import type { DateRange, Quantity } from "../calendar/index.ts";
import type { CalendarSettings } from "./calendar-settings.ts";
import type { collectTypes } from "./collect-schema.ts";
import type { Condition } from "./condition.ts";
import type { askTypes } from "./question-schema.ts";
import type { ChecklistItem } from "./section.ts";
import type { stepKinds } from "./step-schema.ts";

/** Id of a role in roles.yml. */
export type RoleId = string;
/** Id of a step, unique in its process. */
export type StepId = string;
/** Id of a process, unique in the handbook. */
export type ProcessId = string;
export type StepKind = (typeof stepKinds)[number];
/** How many of the approvers must agree. */
export type ApprovalPolicy = "all" | "any" | number;
export type CollectType = (typeof collectTypes)[number];
export type AskType = (typeof askTypes)[number];

/** A question of the start form. */
export interface AskField {
  readonly id: string;
  readonly label: string;
  readonly type: AskType;
  /** The choices of a `choice` field; empty for every other type. */
  readonly options: readonly string[];
  readonly required: boolean;
  readonly default?: string | undefined;
  readonly help?: string | undefined;
  /** The role that the person in the answer takes in this run; of a `person` question only. */
  readonly role?: RoleId | undefined;
}

/** A value that is entered when a step is done. */
export interface CollectField {
  readonly id: string;
  readonly label: string;
  readonly type: CollectType;
  /** The choices of a `choice`; empty for every other type. */
  readonly options: readonly string[];
  /** The currency of an amount that is written without one. */
  readonly currency?: string | undefined;
  readonly required: boolean;
}

/** Something a step needs, and the step or role that brings it. */
export interface StepInput {
  readonly what: string;
  readonly from: string;
}

/** What a step's section in the body says. */
export interface Instructions {
  /** Markdown as it was written; empty when the step has no section. */
  readonly markdown: string;
  readonly checklist: readonly ChecklistItem[];
}

/** Which one of the steps, made from one that is written once, a step is. */
export interface OneOf {
  /** The step as it is written. */
  readonly step: StepId;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** The item of the list; absent for one of the times of a window. */
  readonly item?: string | undefined;
}

/** One unit of a process, with every default filled in. */
export interface Step {
  readonly id: StepId;
  readonly title: string;
  readonly kind: StepKind;
  /** Who does it; empty for a checkpoint, an approval (its approvers do) or a child process that names nobody. */
  readonly roles: readonly RoleId[];
  readonly approvers: readonly RoleId[];
  /** Whether all approvers must agree, any one of them, or so many. */
  readonly policy: ApprovalPolicy;
  readonly approves?: StepId | undefined;
  /** The outcomes of a decision; empty for every other kind. */
  readonly options: readonly string[];
  readonly process?: ProcessId | undefined;
  /** The steps it waits for; empty when it waits for nobody. */
  readonly dependsOn: readonly StepId[];
  /**
   * Steps of processes beside its own that it waits for too, where one process starts both: `program-lead/tell-grants`, the step
   * that starts the other process in front. Absent for most.
   */
  readonly afterSiblings?: readonly string[] | undefined;
  /** All must hold for the step to be done; empty when it always is. */
  readonly when: readonly Condition[];
  readonly dueOffset?: Quantity | undefined;
  /** Where `due` is a window, how far the day is from the anchor date on which the step may begin. */
  readonly opensOffset?: Quantity | undefined;
  /** The `date` question that the offsets count from, in place of the anchor date. */
  readonly countsFrom?: string | undefined;
  /** Whether the offset names this very day, weekend or not. */
  readonly isExact?: true | undefined;
  /** The moment on the due date, `14:00`; the handbook's `dueTime` when absent. */
  readonly dueTime?: string | undefined;
  /** The `list` question of which each item is a task of its own. Absent in a step made for one of them. */
  readonly eachOf?: string | undefined;
  /** How often it is done within its window. Absent in a step made for one of these times. */
  readonly every?: Quantity | undefined;
  /** Of a step made for one item of a list, or for one time of a window: which one it is. */
  readonly oneOf?: OneOf | undefined;
  /** The heading it stands under; none when absent. */
  readonly phase?: string | undefined;
  readonly durationBusinessDays?: number | undefined;
  readonly effortMinutes?: number | undefined;
  /** What is entered when it is done; empty for most. */
  readonly collect: readonly CollectField[];
  readonly inputs: readonly StepInput[];
  readonly outputs: readonly string[];
  readonly tools: readonly string[];
  readonly consulted: readonly RoleId[];
  readonly informed: readonly RoleId[];
  readonly accountable: RoleId;
  readonly respondMinutes?: number | undefined;
  readonly optional: boolean;
  /** Whether it cannot be done before its turn. */
  readonly isStrict?: true | undefined;
  readonly instructions: Instructions;
  /** Line of the file where the step's instructions begin, or its front matter when it has none. */
  readonly line: number;
}

/** A section of the body that belongs to no step. */
export interface HandbookSection {
  readonly title: string;
  readonly markdown: string;
}

/** The described way of working, checked and complete. */
export interface ProcessDefinition {
  readonly id: ProcessId;
  readonly area: string;
  /** Path within the handbook. */
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly outcome: string;
  readonly trigger: string;
  readonly processOwner: RoleId;
  /** Name of the date that offsets count from. */
  readonly anchor: string;
  /** Whether the anchor date is the start date, so that the plan runs forward from it. */
  readonly startsAtAnchor: boolean;
  readonly participants: readonly RoleId[];
  readonly ask: readonly AskField[];
  readonly repeats?: string | undefined;
  /** Days on which `repeats` starts nothing. */
  readonly except: readonly DateRange[];
  /** Where a day of `repeats` goes that is no business day. */
  readonly onClosedDay: "before" | "after" | "skip";
  /** Whether a start waits for /go; as the handbook says when absent. */
  readonly confirm?: "always" | "on-warnings" | "never" | undefined;
  /** The calendar that stands in place of the handbook's; absent when it follows that. */
  readonly calendar?: CalendarSettings | undefined;
  readonly reviewEvery?: Quantity | undefined;
  readonly tools: readonly string[];
  readonly tags: readonly string[];
  readonly steps: readonly Step[];
  readonly introduction: string;
  readonly sections: readonly HandbookSection[];
}
