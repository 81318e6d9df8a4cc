import { type Handbook, type ProcessId, processesWithin } from "../../definition/index.ts";

/**
 * Whether a process has an approval among its steps, or a step that is a process which has. False where there is no process, and for
 * one that the handbook lacks.
 */
export function holdsApproval(process: ProcessId | undefined, processes: Handbook["processes"]): boolean {
  return processesWithin(process, processes).some(({ steps }) =>
    steps.some(({ kind }) => kind === "approval"),
  );
}
