import type { ProcessDefinition, StepId } from "../definition/index.ts";

/**
 * The steps each step waits for when only some are looked at: through a step that is left out, to those it waits for
 * itself. So a step put between two others does not make the second wait for anything new. What a step waits for anyway,
 * through another one, is not named again.
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
  const all = new Map(definition.steps.map(({ id }) => [id, new Set(keptBefore(id, new Set([id])))]));
  const leadsTo = (from: StepId, goal: StepId, seen = new Set<StepId>()): boolean =>
    [...(all.get(from) ?? [])].some((next) => {
      if (next === goal) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return leadsTo(next, goal, seen);
    });
  return new Map(
    [...all].map(([id, before]) => [
      id,
      new Set(
        [...before].filter((other) => ![...before].some((via) => via !== other && leadsTo(via, other))),
      ),
    ]),
  );
}
