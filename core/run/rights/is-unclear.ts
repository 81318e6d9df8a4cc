import { notesOf } from "../ledger/notes-of.ts";
import { findStatusComment } from "../ledger/status-marker.ts";
import { longestLagMilliseconds } from "../observed/longest-lag.ts";
import { approvalsInWait, holdsApprovalInWait } from "../state/approvals-in-wait.ts";
import { childOfStep } from "../state/child-of-step.ts";
import { judgedWork } from "../state/judged-work.ts";
import { ledgerOfChild } from "../state/ledger-of-child.ts";
import { isOver, type TaskState } from "../state/task-state.ts";
import type { RightsFacts } from "./claim-of.ts";
import { approvalsMeant } from "./judged-people.ts";

type UnclearFacts = Pick<RightsFacts, "ledger" | "state" | "definition" | "handbook" | "run" | "at">;

/**
 * Whether nobody can tell here whose work is judged by the approvals that a step is, that wait in it or that hang on it, or without a step by those that wait in a
 * run inside another one: work on it goes on in a run whose notes are gone for now, or that lies below another one. Of a run that is over, the
 * run above has noted who worked there.
 */
export function isUnclear(task: TaskState | undefined, facts: UnclearFacts): boolean {
  return approvalsMeant(task, facts).some((meant) => isUnclearAbout(meant, facts));
}

function isUnclearAbout(task: TaskState, facts: Omit<UnclearFacts, "run">): boolean {
  if (task.kind === "approval") {
    const work = judgedWork(facts.definition, task.step, facts.ledger);
    return facts.state.tasks.some((other) => work.has(other.step) && hasUnseenWork(other, facts));
  }
  if (!holdsApprovalInWait(task, facts.handbook)) return false;
  const child = childOfStep(task, facts.handbook);
  if (child === undefined) return isUnseen(task, facts);
  const within = { ...child, handbook: facts.handbook, at: facts.at };
  return approvalsInWait(child.state, facts.handbook).some((other) => isUnclearAbout(other, within));
}

/** Whether somebody may be at work in the run that a step is, or in one inside it, who is not to be seen here. */
function hasUnseenWork(task: TaskState, facts: Pick<UnclearFacts, "ledger" | "handbook" | "at">): boolean {
  if (task.kind !== "process" || isOver(task) || task.isLeftOut) return false;
  const child = childOfStep(task, facts.handbook);
  if (child === undefined) return isUnseen(task, facts);
  return child.state.tasks.some((other) => hasUnseenWork(other, { ...facts, ledger: child.ledger }));
}

/**
 * Whether the run that a step is may have begun, and has no notes to be read here. One that was made a moment ago has none yet, and one that waits to begin says so in
 * the comment that is to hold them.
 */
function isUnseen({ step, issue }: TaskState, { ledger, at }: Pick<UnclearFacts, "ledger" | "at">): boolean {
  if (!ledger.issues.has(step)) return false;
  if (issue === undefined) return true;
  if (ledgerOfChild(issue) !== undefined) return false;
  const isNew = Date.parse(at) - Date.parse(issue.createdAt) <= longestLagMilliseconds;
  const isWaiting =
    findStatusComment({ run: issue }) !== undefined && notesOf({ run: issue, steps: [] }).kind === "none";
  return !isNew && !isWaiting;
}
