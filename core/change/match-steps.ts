import type { ProcessDefinition, Step, StepId } from "../definition/index.ts";

/** Which step of one definition is which step of another. */
export interface StepMatch {
  readonly pairs: readonly { readonly before: Step; readonly after: Step }[];
  readonly added: readonly Step[];
  readonly removed: readonly Step[];
  /** The id after the change of a step, or of anything else, that had an id before it. */
  readonly idAfter: (idBefore: string) => string;
}

/**
 * Finds each step again: by its id, or by its title where only the id is another. Pairs and added steps come in the
 * order of the new definition, removed ones in that of the old.
 */
export function matchSteps(before: ProcessDefinition, after: ProcessDefinition): StepMatch {
  const old = new Map(before.steps.map((step) => [step.id, step]));
  const own = new Set(after.steps.map(({ id }) => id));
  const gone = before.steps.filter(({ id }) => !own.has(id));
  const pairs: { before: Step; after: Step }[] = [];
  const added: Step[] = [];
  const found = new Set<StepId>();
  for (const step of after.steps) {
    const earlier =
      old.get(step.id) ??
      gone.find(({ id, title }) => !found.has(id) && title.toLowerCase() === step.title.toLowerCase());
    if (earlier === undefined) {
      added.push(step);
      continue;
    }
    found.add(earlier.id);
    pairs.push({ before: earlier, after: step });
  }
  const ids = new Map(pairs.map((pair) => [pair.before.id, pair.after.id]));
  return {
    pairs,
    added,
    removed: before.steps.filter(({ id }) => !found.has(id)),
    idAfter: (id) => ids.get(id) ?? id,
  };
}
