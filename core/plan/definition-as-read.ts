import type { ProcessDefinition } from "../definition/index.ts";
import { answeredStep } from "./answered-step.ts";

const unanswered: ReadonlyMap<string, string> = new Map();

/** A process as it is read before any run: in its steps each question stands where its answer will. */
export function definitionAsRead(definition: ProcessDefinition): ProcessDefinition {
  const steps = definition.steps.map((step) => answeredStep(step, definition, unanswered));
  return steps.every((step, index) => step === definition.steps[index])
    ? definition
    : { ...definition, steps };
}
