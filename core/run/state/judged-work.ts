import type { ProcessDefinition, StepId } from "../../definition/index.ts";
import { judgedSteps } from "./task-progress.ts";

/**
 * The steps whose work an approval judges in the end. It looks through other approvals and through checkpoints, which hold no
 * work, to what lies before them.
 */
export function judgedWork(definition: ProcessDefinition, approval: StepId): ReadonlySet<StepId> {
  const steps = new Map(definition.steps.map((step) => [step.id, step]));
  const work = new Set<StepId>();
  const seen = new Set<StepId>([approval]);
  const pending = [...judgedSteps(definition, approval)];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const step = steps.get(id);
    if (step?.kind === "approval") pending.push(...judgedSteps(definition, id));
    else if (step?.kind === "checkpoint") pending.push(...step.dependsOn);
    else work.add(id);
  }
  return work;
}
