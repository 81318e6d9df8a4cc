import type { ProcessDefinition, Step } from "../../definition/index.ts";

/**
 * The steps that belong to a run or not by the outcome of a decision, the answer to a question or a value that a step collects, directly or
 * through decisions and values that in turn hang on it. Empty for a subject that nothing hangs on.
 */
export function stepsHangingOn(
  subject: string,
  { steps }: Pick<ProcessDefinition, "steps">,
): readonly Step[] {
  const found: Step[] = [];
  const seen = new Set<string>([subject]);
  const pending = [subject];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const step of steps) {
      const { id, kind, when, collect } = step;
      if (seen.has(id) || !when.some((condition) => condition.subject === next)) continue;
      seen.add(id);
      found.push(step);
      if (kind === "decision") pending.push(id);
      // Of a step that is not needed nobody hears what it collects.
      pending.push(...collect.map((value) => value.id));
    }
  }
  return found;
}
