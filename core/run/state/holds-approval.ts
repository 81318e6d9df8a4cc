import type { Handbook, ProcessId } from "../../definition/index.ts";

/**
 * Whether a process has an approval among its steps, or a step that is a process which has. False where there is no process, and for
 * one that the handbook lacks.
 */
export function holdsApproval(
  process: ProcessId | undefined,
  processes: Handbook["processes"],
  above: ReadonlySet<ProcessId> = new Set(),
): boolean {
  const definition = process === undefined || above.has(process) ? undefined : processes.get(process);
  if (definition === undefined) return false;
  const seen = new Set([...above, definition.id]);
  return definition.steps.some(
    ({ kind, process: child }) => kind === "approval" || holdsApproval(child, processes, seen),
  );
}
