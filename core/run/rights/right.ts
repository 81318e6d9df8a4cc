import type { StepKind } from "../../definition/index.ts";
import type { CommandName } from "../commands/parse-commands.ts";

/**
 * What a person is to a step or a run, as GitHub and the handbook have it now. One person may be several at once; whoever
 * is none of these is a visitor.
 */
export const standings = ["team", "writer", "starter", "doer", "accountable", "approver"] as const;

export type Standing = (typeof standings)[number];

/** What can be done on GitHub's own pages to the issue of a run or a step, beside writing a comment. */
export const handActs = [
  "close-completed",
  "close-not-planned",
  "close-duplicate",
  "reopen",
  "assign",
  "date",
  "add-sub-issue",
  "edit",
] as const;

export type HandAct = (typeof handActs)[number];

/**
 * Something a person may want: a command in a comment, an act by hand, the answer to a question the start form left open, or one to
 * the retrospective of a run.
 */
export type Act = CommandName | HandAct | "answer" | "reply";

/**
 * What an act is done to: an issue whose run has not begun, a run, or a step of one of the kinds. A `gate-decision` is a decision that
 * an approval hangs on: whoever settles it may settle that there is none. A `gate-task` is a task in which a value is entered that one hangs on. A `gate-process` is a step that is a run of its own with an
 * approval in it that still waits, and a `gate-run` is that run: whoever ends it leaves the approval out.
 */
export const subjects = [
  "start",
  "run",
  "gate-run",
  "task",
  "gate-task",
  "process",
  "gate-process",
  "approval",
  "decision",
  "gate-decision",
  "checkpoint",
] as const satisfies readonly (
  | "start"
  | "run"
  | "gate-run"
  | "gate-task"
  | "gate-process"
  | "gate-decision"
  | StepKind
)[];

export type Subject = (typeof subjects)[number];

/** `handbook.yml`, `approvals:`: whether a gate can be passed by others than its approvers. */
export type Approvals = "locked" | "open";

/** When an act needs a few words why. */
export type Reason = "never" | "always" | "unless-optional";

/** One row of the table of rights. */
export interface Right {
  readonly acts: readonly Act[];
  readonly on: readonly Subject[];
  /** The setting of `approvals:` it holds for; absent where it holds for both. */
  readonly approvals?: Approvals;
  /** Who may: one of these standings is enough. Empty when nobody may. */
  readonly may: readonly Standing[];
  /** Whether those whose work is judged may not, whatever else they are. */
  readonly notJudged?: true;
  readonly reason: Reason;
}
