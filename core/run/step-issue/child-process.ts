import type { ProcessDefinition } from "../../definition/index.ts";
import type { StepIssueFacts } from "./step-issue-facts.ts";

/** The process that a step starts; nothing for any other step, and for a process that the handbook lacks. */
export function childProcess({
  task,
  handbook,
}: Pick<StepIssueFacts, "task" | "handbook">): ProcessDefinition | undefined {
  const id = task.kind === "process" ? task.definition?.process : undefined;
  return id === undefined ? undefined : handbook.handbook.processes.get(id);
}
