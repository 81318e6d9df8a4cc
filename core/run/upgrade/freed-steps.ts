import { type ProcessDefinition, type Step, type StepId, waitsForAny } from "../../definition/index.ts";

/** Where a step of the run stands that two texts are compared for; `unknown` to it is one that it does not have. */
export type StandingOf = (step: StepId) => "to-do" | "over" | "left-out" | "unknown";

/** By this name the first steps of a process wait for what the run above has before it. No step can be called so. */
export const above = "..";

/**
 * The steps still to be done that wait for another one, of their own process, of one beside it or {@link above}, and by another text would wait for it no more, could
 * be ended before it, or would give way to a new one that does not wait for it. Through a step that is over nothing is waited for.
 */
export function freedSteps(
  awaited: StepId,
  before: ProcessDefinition,
  after: ProcessDefinition,
  standingOf: StandingOf,
): readonly StepId[] {
  const meant = new Set([awaited]);
  const [was, is] = [asWaits(before, standingOf), asWaits(after, standingOf)];
  const isFree = (step: Step) => !waitsForAny(waitsOf(step), meant, is);
  const known = new Set(before.steps.map(({ id }) => id));
  const hasFreeNewcomer = after.steps.some((step) => !known.has(step.id) && isFree(step));
  return before.steps.flatMap((step) => {
    const { id, isStrict } = step;
    if (standingOf(id) !== "to-do" || !waitsForAny(waitsOf(step), meant, was)) return [];
    const now = after.steps.find((other) => other.id === id);
    const isFreed = now === undefined ? hasFreeNewcomer : isFree(now) || (isStrict === true && !now.isStrict);
    return isFreed ? [id] : [];
  });
}

/** What the steps of a process wait for, wherever that is; those that are over wait for nothing. */
function asWaits({ steps }: ProcessDefinition, standingOf: StandingOf) {
  return {
    steps: steps.map((step) => ({
      id: step.id,
      dependsOn: standingOf(step.id) === "over" ? [] : waitsOf(step),
    })),
  };
}

function waitsOf({ dependsOn, afterSiblings = [] }: Step): readonly StepId[] {
  return dependsOn.length === 0 ? [above, ...afterSiblings] : [...dependsOn, ...afterSiblings];
}
