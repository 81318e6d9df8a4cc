import type { ProcessDefinition } from "../../definition/index.ts";
import type { TaskState } from "../state/task-state.ts";
import { approvalsHangingOn } from "./approvals-hanging-on.ts";
import type { Act, Subject } from "./right.ts";

/**
 * As what a step counts in the table of rights, for an act; the run where there is no step. An answer that may rule an approval out
 * counts as something done to that approval, on whichever step it is given.
 */
export function subjectOf(act: Act, task: TaskState | undefined, definition: ProcessDefinition): Subject {
  if (task === undefined) return "run";
  const isGate = (subject: string) => approvalsHangingOn(subject, definition).length > 0;
  if (act === "answer" && task.question && isGate(task.question.subject)) return "approval";
  return task.kind === "decision" && isGate(task.step) ? "gate-decision" : task.kind;
}
