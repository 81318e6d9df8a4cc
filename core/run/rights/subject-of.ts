import { isChildRun } from "../observed/is-child-run.ts";
import { approvalsInWait, holdsApprovalInWait } from "../state/approvals-in-wait.ts";
import type { TaskState } from "../state/task-state.ts";
import { approvalsHangingOn } from "./approvals-hanging-on.ts";
import type { RightsFacts } from "./claim-of.ts";
import type { Act, Subject } from "./right.ts";

/** What {@link subjectOf} looks at. */
export type SubjectFacts = Pick<RightsFacts, "definition" | "handbook" | "state" | "run">;

/**
 * As what a step counts in the table of rights, for an act; the run where there is no step. An answer that may rule an approval out
 * counts as something done to that approval, on whichever step it is given. A run that ends alone ends with its approvals; one inside another
 * is only left out of it.
 */
export function subjectOf(act: Act, task: TaskState | undefined, facts: SubjectFacts): Subject {
  const { definition, handbook, state, run } = facts;
  if (task === undefined)
    return isChildRun(run) && approvalsInWait(state, handbook).length > 0 ? "gate-run" : "run";
  const isGate = (subject: string) => approvalsHangingOn(subject, definition, handbook).length > 0;
  if (act === "answer" && task.question && isGate(task.question.subject)) return "approval";
  if (task.kind === "process") return holdsApprovalInWait(task, handbook) ? "gate-process" : "process";
  if (task.kind === "decision" && isGate(task.step)) return "gate-decision";
  const isEnteredGate = task.kind === "task" && task.definition?.collect?.some(({ id }) => isGate(id));
  return isEnteredGate === true ? "gate-task" : task.kind;
}
