import type { ProcessDefinition } from "../definition/index.ts";

/**
 * Whether two texts of a process give a step another date, length or place in the order, have it done at other times or not always, or have other
 * steps.
 */
export function changesDates(before: ProcessDefinition, after: ProcessDefinition): boolean {
  return (
    before.startsAtAnchor !== after.startsAtAnchor ||
    JSON.stringify(datesOf(before)) !== JSON.stringify(datesOf(after))
  );
}

function datesOf({ steps }: ProcessDefinition) {
  return steps
    .map((step) => [
      step.id,
      step.dueOffset ?? null,
      step.opensOffset ?? null,
      step.countsFrom ?? null,
      step.isExact ?? false,
      step.durationBusinessDays ?? null,
      step.dependsOn.toSorted(),
      step.afterSiblings?.toSorted() ?? null,
      step.every ?? null,
      step.eachOf ?? null,
      step.process ?? null,
      step.when,
    ])
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}
