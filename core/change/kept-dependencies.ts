import type { ProcessDefinition, StepId } from "../definition/index.ts";

/**
 * The steps each step waits for when only some are looked at: through a step that is left out, to those it waits for
 * itself. So a step put between two others does not make the second wait for anything new.
 */
export function keptDependencies(
  definition: ProcessDefinition,
  isKept: (id: StepId) => boolean,
): ReadonlyMap<StepId, ReadonlySet<StepId>> {
  const stepOf = new Map(definition.steps.map((step) => [step.id, step]));
  const keptBefore = (id: StepId, seen: ReadonlySet<StepId>): readonly StepId[] =>
    (stepOf.get(id)?.dependsOn ?? []).flatMap((other) => {
      if (isKept(other)) return [other];
      return seen.has(other) ? [] : keptBefore(other, new Set([...seen, other]));
    });
  return new Map(definition.steps.map(({ id }) => [id, new Set(keptBefore(id, new Set([id])))]));
}
