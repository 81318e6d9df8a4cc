import type { ProcessDefinition, ProcessId, Step, StepId } from "../definition/index.ts";

/** Child processes inside child processes are followed this deep; a process that leads back to itself stops here. */
export const deepestChildren = 5;

/**
 * How many business days of work a step is: its `duration`, else one; a checkpoint is none, and a step that starts a process
 * is the longest chain of work in that process. Time between two due offsets is waiting and never counts. A process
 * that is not among `processes` is one day.
 */
export function workOfStep(
  { durationBusinessDays, kind, process }: Step,
  processes: ReadonlyMap<ProcessId, ProcessDefinition>,
  depth = 0,
): number {
  if (durationBusinessDays !== undefined) return durationBusinessDays;
  if (kind === "checkpoint") return 0;
  const child = process === undefined || depth >= deepestChildren ? undefined : processes.get(process);
  return child ? longestChain(child, (step) => workOfStep(step, processes, depth + 1)) : 1;
}

function longestChain({ steps }: ProcessDefinition, workOf: (step: Step) => number): number {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const ends = new Map<StepId, number>();
  const endOf = (id: StepId): number => {
    const known = ends.get(id);
    if (known !== undefined) return known;
    const step = byId.get(id);
    if (!step) return 0;
    // A step that waits for itself, which the checker refuses, is not followed twice.
    ends.set(id, 0);
    const end = Math.max(0, ...step.dependsOn.map(endOf)) + workOf(step);
    ends.set(id, end);
    return end;
  };
  return Math.max(0, ...steps.map(({ id }) => endOf(id)));
}
