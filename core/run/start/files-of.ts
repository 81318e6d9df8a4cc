import type { ProcessDefinition, ProcessId } from "../../definition/index.ts";

/** The file of a process and of every process it starts, directly or through others. */
export function filesOf(process: ProcessId, processes: ReadonlyMap<ProcessId, ProcessDefinition>): string[] {
  const found = new Set<ProcessDefinition>();
  const pending = [process];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const definition = processes.get(id);
    if (!definition || found.has(definition)) continue;
    found.add(definition);
    pending.push(...definition.steps.flatMap((step) => step.process ?? []));
  }
  return [...found].map(({ path }) => path);
}
