import { type ProcessDefinition, type StepId, stepsMadeFrom } from "../../definition/index.ts";

/** The steps whose work an approval judges: the one it names, or all made from it, or those it waits for. */
export function judgedSteps(definition: ProcessDefinition, approval: StepId): readonly StepId[] {
  const step = definition.steps.find((candidate) => candidate.id === approval);
  return step?.approves === undefined ? (step?.dependsOn ?? []) : stepsMadeFrom(definition, step.approves);
}
