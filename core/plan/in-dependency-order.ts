import type { StepId } from "../definition/index.ts";

/** Something that waits for others of its kind. */
export interface Waiting {
  readonly id: StepId;
  readonly dependsOn: readonly StepId[];
}

/**
 * Tasks in an order in which each comes after all it waits for, and else as they were. Ids that name no task hold
 * nothing up. Tasks that wait for each other, which the checker refuses, come in their own order.
 */
export function inDependencyOrder<T extends Waiting>(tasks: readonly T[]): T[] {
  const known = new Set(tasks.map(({ id }) => id));
  const placed = new Set<StepId>();
  const waiting = [...tasks];
  return tasks.flatMap(() => {
    const ready = waiting.findIndex(({ dependsOn }) =>
      dependsOn.every((id) => placed.has(id) || !known.has(id)),
    );
    const [next] = waiting.splice(Math.max(0, ready), 1);
    if (next) placed.add(next.id);
    return next ? [next] : [];
  });
}
