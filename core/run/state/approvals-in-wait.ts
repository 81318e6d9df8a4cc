import type { RunHandbook } from "../run-handbook.ts";
import { childOfStep } from "./child-of-step.ts";
import { holdsApproval } from "./holds-approval.ts";
import { isOver, type RunState, type TaskState } from "./task-state.ts";

/** The steps of a run that are approvals still to be given, and those that are runs of their own which hold such an approval. */
export function approvalsInWait({ tasks }: RunState, handbook: RunHandbook): readonly TaskState[] {
  return tasks.filter(
    (task) =>
      !isOver(task) && !task.isLeftOut && (task.kind === "approval" || holdsApprovalInWait(task, handbook)),
  );
}

/**
 * Whether a step is a run of its own that holds an approval still to be given, at any depth: to leave the step out is to leave that
 * approval out. While the run has not begun, it is its process that tells.
 */
export function holdsApprovalInWait(task: TaskState, handbook: RunHandbook): boolean {
  return !isOver(task) && holdsApprovalThat((other) => !isOver(other), task, handbook);
}

/** Whether a step was left out, and with it an approval: itself, or one that nobody had given in the run that it is. */
export function isLeftUnapproved(task: TaskState, handbook: RunHandbook): boolean {
  if (task.status !== "skipped") return false;
  return task.kind === "approval" || holdsApprovalThat(({ status }) => status !== "done", task, handbook);
}

/** Everybody who was to give an approval that was left out with a step, and whoever has the step; empty for a step that is not left out. */
export function approversPassedOver(task: TaskState, handbook: RunHandbook): readonly string[] {
  if (!isLeftUnapproved(task, handbook)) return [];
  const inside = childOfStep(task, handbook)?.state.tasks ?? [];
  const passedOver = inside.filter(({ kind, status }) => kind === "approval" && status !== "done");
  return [...new Set([task, ...passedOver].flatMap(({ people }) => people))];
}

function holdsApprovalThat(
  isMeant: (task: TaskState) => boolean,
  task: TaskState,
  handbook: RunHandbook,
): boolean {
  if (task.kind !== "process") return false;
  const { processes } = handbook.handbook;
  const child = childOfStep(task, handbook);
  if (child === undefined) return holdsApproval(task.definition?.process, processes);
  return child.state.tasks.some(
    (other) =>
      !other.isLeftOut &&
      isMeant(other) &&
      (other.kind === "approval" || holdsApproval(other.definition?.process, processes)),
  );
}
