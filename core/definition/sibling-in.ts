import type { ProcessDefinition, ProcessId, Step, StepId } from "./process-definition.ts";
import { readSiblingStep } from "./sibling-step.ts";

/** A step of a process beside one, as the handbook has it. */
export interface KnownSibling {
  readonly process: ProcessDefinition;
  readonly step: Step;
}

/**
 * What a step of a process names beside it, found by the first process that starts both; nothing where no such process is
 * among those given.
 */
export function siblingIn(
  written: string,
  process: ProcessId,
  processes: ReadonlyMap<ProcessId, ProcessDefinition>,
): KnownSibling | undefined {
  const sibling = readSiblingStep(written);
  if (sibling === undefined) return undefined;
  for (const { steps } of processes.values()) {
    const starts = (id: StepId) => steps.find((step) => step.id === id)?.process;
    if (!steps.some((step) => step.process === process)) continue;
    const beside = processes.get(starts(sibling.starter) ?? "");
    const step = beside?.steps.find(({ id }) => id === sibling.step);
    if (beside && step) return { process: beside, step };
  }
  return undefined;
}
