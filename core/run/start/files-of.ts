import { type ProcessDefinition, type ProcessId, processesWithin } from "../../definition/index.ts";

/** The file of a process and of every process it starts, directly or through others. */
export function filesOf(process: ProcessId, processes: ReadonlyMap<ProcessId, ProcessDefinition>): string[] {
  return processesWithin(process, processes).map(({ path }) => path);
}
