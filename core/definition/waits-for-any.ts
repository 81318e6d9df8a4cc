import type { Step, StepId } from "./process-definition.ts";

/**
 * Whether what a step depends on holds one of some steps, directly or through others; steps that the process does not have
 * lead no further.
 */
export function waitsForAny(
  dependsOn: readonly StepId[],
  others: ReadonlySet<StepId>,
  { steps }: { readonly steps: readonly Pick<Step, "id" | "dependsOn">[] },
): boolean {
  const waitsFor = new Map(steps.map((step) => [step.id, step.dependsOn]));
  const seen = new Set<StepId>();
  const pending = [...dependsOn];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (others.has(id)) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    pending.push(...(waitsFor.get(id) ?? []));
  }
  return false;
}
