import type { ProcessDefinition } from "../definition/index.ts";

/** Whether two texts of a process give a step another date, length or place in the order, or have other steps. */
export function changesDates(before: ProcessDefinition, after: ProcessDefinition): boolean {
  return JSON.stringify(datesOf(before)) !== JSON.stringify(datesOf(after));
}

function datesOf({ steps }: ProcessDefinition) {
  return steps
    .map(({ id, dueOffset, isExact, durationBusinessDays, dependsOn }) => [
      id,
      dueOffset ?? null,
      isExact ?? false,
      durationBusinessDays ?? null,
      dependsOn.toSorted(),
    ])
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}
