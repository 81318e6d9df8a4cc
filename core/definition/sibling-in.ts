import { rememberEach } from "../remember-each.ts";
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

/** What a step that is waited for beside a process is called, with the process it belongs to; as it is written where none is known. */
export function nameBeside(
  written: string,
  process: ProcessId,
  processes: ReadonlyMap<ProcessId, ProcessDefinition>,
): string {
  const known = siblingIn(written, process, processes);
  return known === undefined ? written : `${known.step.title} (${known.process.title})`;
}

/** All that a process names so; nothing for most, and where there is no such process. */
export function namesBeside(
  process: ProcessDefinition | undefined,
  processes: ReadonlyMap<ProcessId, ProcessDefinition>,
): string[] {
  return (process?.steps ?? []).flatMap(({ afterSiblings = [] }) =>
    afterSiblings.map((written) => nameBeside(written, process?.id ?? "", processes)),
  );
}

type Processes = ReadonlyMap<ProcessId, ProcessDefinition>;

/** The steps of processes beside one that wait for a step of it; empty for most. */
export function waitingBeside(
  process: ProcessId,
  step: StepId,
  processes: Processes,
): readonly KnownSibling[] {
  return allWaiting(processes).get(`${process}/${step}`) ?? [];
}

/** By the process and the step that they wait for. */
const allWaiting = rememberEach((processes: Processes): ReadonlyMap<string, readonly KnownSibling[]> => {
  const found = new Map<string, KnownSibling[]>();
  for (const process of processes.values())
    for (const step of process.steps)
      for (const written of step.afterSiblings ?? []) {
        const awaited = siblingIn(written, process.id, processes);
        if (!awaited) continue;
        const key = `${awaited.process.id}/${awaited.step.id}`;
        found.set(key, [...(found.get(key) ?? []), { process, step }]);
      }
  return found;
});
