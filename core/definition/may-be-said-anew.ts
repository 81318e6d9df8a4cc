import type { ProcessDefinition, Step, StepId } from "./process-definition.ts";

/**
 * Whether a value that a step rests on can still change before its turn: another step that it waits for, directly or through
 * others, collects the value too and is open. Steps it does not wait for are not looked at, as they may wait for it in turn.
 */
export function mayBeSaidAnew(
  subject: string,
  step: Step,
  { steps }: Pick<ProcessDefinition, "steps">,
  isOpen: (step: StepId) => boolean,
): boolean {
  const saying = new Set(
    steps.flatMap(({ id, collect }) =>
      collect.some((field) => field.id === subject) && isOpen(id) ? [id] : [],
    ),
  );
  if (saying.size === 0) return false;
  const byId = new Map(steps.map((own) => [own.id, own]));
  const seen = new Set<StepId>();
  const pending = [...step.dependsOn];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (saying.has(id)) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    pending.push(...(byId.get(id)?.dependsOn ?? []));
  }
  return false;
}
