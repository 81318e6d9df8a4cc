import type { ProcessDefinition } from "../definition/index.ts";
import type { FinishedStep, Turn } from "../text/index.ts";
import { judgedSteps } from "./task-progress.ts";
import type { RunState, TaskState } from "./task-state.ts";

/** A task as the person whose turn it is hears of it. */
export function turnOf({
  task,
  state,
  definition,
}: {
  readonly task: TaskState;
  readonly state: RunState;
  readonly definition: ProcessDefinition;
}): Turn {
  const judged = task.kind === "approval" ? judgedSteps(definition, task.step) : [];
  return {
    title: task.title,
    people: task.people,
    dueDate: task.dueDate,
    plannedFor: task.dueDate === task.baselineDueDate ? undefined : task.baselineDueDate,
    kind: task.kind,
    options: task.definition?.options ?? [],
    allMustAgree: task.definition?.policy !== "any",
    judged: state.tasks.filter((other) => judged.includes(other.step)).map(finishedStepOf),
  };
}

/** A task that is over, as the next person hears of it. */
export function finishedStepOf(task: TaskState): FinishedStep {
  return {
    title: task.title,
    issue: task.issue?.number,
    by: task.endedBy === "" ? undefined : task.endedBy,
    outputs: task.definition?.outputs ?? [],
    wasSkipped: task.status === "skipped",
  };
}
