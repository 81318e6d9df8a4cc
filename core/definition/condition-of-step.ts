import { type Condition, type ConditionOutcome, evaluateCondition } from "./condition.ts";
import type { ProcessDefinition, Step, StepId } from "./process-definition.ts";
import { waitsForAny } from "./waits-for-any.ts";

/** What the conditions of a process are asked of. */
export interface ConditionFacts {
  readonly definition: Pick<ProcessDefinition, "steps">;
  readonly answers: ReadonlyMap<string, string>;
  /** Whether a step takes part and is not over. */
  readonly isOpen: (step: StepId) => boolean;
}

/**
 * How a condition of a step stands by the answers known so far. While another step that it waits for, directly or through others, collects
 * the value too and is open, only what more cannot undo counts. Steps it does not wait for are not looked at, as they may wait for
 * it in turn.
 */
export function conditionOfStep(
  condition: Condition,
  { dependsOn }: Pick<Step, "dependsOn">,
  { definition, answers, isOpen }: ConditionFacts,
): ConditionOutcome {
  const saying = new Set(
    definition.steps.flatMap(({ id, collect }) =>
      collect.some((field) => field.id === condition.subject) && isOpen(id) ? [id] : [],
    ),
  );
  const mayChange = saying.size > 0 && waitsForAny(dependsOn, saying, definition);
  return evaluateCondition(condition, answers, mayChange);
}
