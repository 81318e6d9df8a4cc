import type { Quantity } from "../calendar/index.ts";
import type { ApprovalPolicy, Condition, ProcessId, RoleId, StepId, StepKind } from "../definition/index.ts";

/** A step a change is about, by its id and title after the change (before it, for a step that is gone). */
interface OfStep {
  readonly step: StepId;
  readonly title: string;
}

/** What was and what is. */
interface BeforeAndAfter<T> {
  readonly before: T;
  readonly after: T;
}

/** What came and what went; never both empty. */
interface AddedAndRemoved {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** In which way roles take part in a step. */
export type RolePart = "responsible" | "approvers" | "accountable" | "consulted" | "informed";

/** Keys of a step that stand for themselves: a window's first day, the date it counts from, this very day, the hour, its turn, the list or distance it is repeated for, its heading. */
export type StepSetting = "opens" | "from" | "exact" | "at" | "strict" | "each" | "every" | "phase";

/** Keys of a process that stand for themselves: days without a start, where a start on a day off goes, whether one waits, its calendar. */
export type ProcessSetting = "except" | "onClosedDay" | "confirm" | "calendar";

/** The parts of a process whose wording can change without changing how it runs. */
export type WordingPart =
  | "title"
  | "summary"
  | "trigger"
  | "outcome"
  | "introduction"
  | "sections"
  | "questions"
  | "tags";

/** One difference between two definitions of a process, as it matters to those who work by it. Kinds never change. */
export type ProcessChange =
  /** In business days, in a year without holidays, with child processes as one step. */
  | ({ readonly kind: "lead-time" } & BeforeAndAfter<number>)
  | ({
      readonly kind: "step-added" | "step-removed";
      readonly stepKind: StepKind;
      /** Who does it; for an approval, who approves. */
      readonly roles: readonly RoleId[];
    } & OfStep)
  | ({ readonly kind: "step-renamed" } & OfStep & BeforeAndAfter<string>)
  | ({ readonly kind: "step-kind" } & OfStep & BeforeAndAfter<StepKind>)
  /** Titles of the steps it waits for, of those that are there before and after. */
  | ({ readonly kind: "step-moved" } & OfStep & BeforeAndAfter<readonly string[]>)
  | ({ readonly kind: "step-roles"; readonly part: RolePart } & OfStep & BeforeAndAfter<readonly RoleId[]>)
  | ({ readonly kind: "approval-policy" } & OfStep & BeforeAndAfter<ApprovalPolicy>)
  | ({ readonly kind: "due"; readonly anchor: string } & OfStep & BeforeAndAfter<Quantity | undefined>)
  /** What else decides when a step is due and may be done; in words as the file has them, nothing where it says none. */
  | ({ readonly kind: "step-setting"; readonly setting: StepSetting } & OfStep &
      BeforeAndAfter<string | undefined>)
  | ({ readonly kind: "duration" | "effort" | "respond" } & OfStep & BeforeAndAfter<Quantity | undefined>)
  | ({ readonly kind: "condition" } & OfStep & BeforeAndAfter<readonly Condition[]>)
  | ({
      readonly kind: "step-list";
      readonly part: "options" | "inputs" | "outputs" | "collect" | "tools" | "checklist";
    } & OfStep &
      AddedAndRemoved)
  | ({ readonly kind: "child-process" } & OfStep & BeforeAndAfter<ProcessId | undefined>)
  /** Titles of the steps judged. */
  | ({ readonly kind: "judged-step" } & OfStep & BeforeAndAfter<string | undefined>)
  | ({ readonly kind: "optional"; readonly optional: boolean } & OfStep)
  | ({ readonly kind: "process-owner" } & BeforeAndAfter<RoleId>)
  | ({ readonly kind: "anchor" } & BeforeAndAfter<string>)
  | ({
      readonly kind: "process-list";
      readonly part: "participants" | "questions" | "tools";
    } & AddedAndRemoved)
  /** Which role the answer to a question of the start form takes; nothing for none. `label` is how the question reads now. */
  | ({ readonly kind: "answer-role"; readonly label: string } & BeforeAndAfter<RoleId | undefined>)
  | ({ readonly kind: "repeats" } & BeforeAndAfter<string | undefined>)
  /** What else holds for the process as a whole; in words of the file, nothing where it says none. */
  | ({ readonly kind: "process-setting"; readonly setting: ProcessSetting } & BeforeAndAfter<
      string | undefined
    >)
  | ({ readonly kind: "review" } & BeforeAndAfter<Quantity | undefined>)
  /** Words alone: titles of the steps with other instructions, and the other parts that read otherwise. */
  | { readonly kind: "wording"; readonly steps: readonly string[]; readonly parts: readonly WordingPart[] };
