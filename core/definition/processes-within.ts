import type { ProcessDefinition, ProcessId } from "./process-definition.ts";

/**
 * A process and every process it starts, directly or through others, each once and itself first; empty without a process and for one that the
 * handbook lacks.
 */
export function processesWithin(
  process: ProcessId | undefined,
  processes: ReadonlyMap<ProcessId, ProcessDefinition>,
): readonly ProcessDefinition[] {
  const found = new Set<ProcessDefinition>();
  const pending = process === undefined ? [] : [process];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const definition = processes.get(id);
    if (!definition || found.has(definition)) continue;
    found.add(definition);
    pending.push(...definition.steps.flatMap((step) => step.process ?? []));
  }
  return [...found];
}
