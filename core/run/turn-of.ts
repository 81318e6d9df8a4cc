import type { ProcessDefinition } from "../definition/index.ts";
import type { FinishedStep, Turn } from "../text/index.ts";
import { judgedSteps } from "./task-progress.ts";
import type { RunState, TaskState } from "./task-state.ts";

/** What {@link turnOf} looks at. */
export interface TurnFacts {
  readonly task: TaskState;
  readonly state: RunState;
  readonly definition: ProcessDefinition;
}

/** A task as the person whose turn it is hears of it. */
export function turnOf({ task, state, definition }: TurnFacts): Turn {
  return {
    title: task.title,
    people: task.awaited,
    dueDate: task.dueDate,
    plannedFor: task.dueDate === task.baselineDueDate ? undefined : task.baselineDueDate,
    kind: task.kind,
    options: task.definition?.options ?? [],
    allMustAgree: task.definition?.policy !== "any",
    agreed: task.status === "ready" ? [...new Set(task.approvedBy.map(({ by }) => by))] : [],
    judged: judgedTasks(task, state, definition).map(({ title, issue }) => ({ title, issue: issue?.number })),
  };
}

/** A task that is over, as the next person hears of it. */
export function finishedStepOf({ task, state, definition }: TurnFacts): FinishedStep {
  return {
    title: task.title,
    issue: task.issue?.number,
    by: task.endedBy === "" ? undefined : task.endedBy,
    outputs: task.definition?.outputs ?? [],
    wasSkipped: task.status === "skipped",
    approvedBy: [...new Set(task.approvedBy.map(({ by }) => by))],
    approved: judgedTasks(task, state, definition).map(({ title, issue }) => ({
      title,
      issue: issue?.number,
    })),
    outcome: task.outcome,
  };
}

function judgedTasks(task: TaskState, state: RunState, definition: ProcessDefinition): TaskState[] {
  const judged = task.kind === "approval" ? judgedSteps(definition, task.step) : [];
  return state.tasks.filter((other) => judged.includes(other.step));
}
