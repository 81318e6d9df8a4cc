import type { ProcessDefinition } from "./process-definition.ts";

/**
 * What people call the answer that `{field}` or `<Answer field="…" />` stands for: its question, or the value that a step collects.
 * Nothing where nobody says it.
 */
export function answerLabel(
  field: string,
  { ask, steps }: Pick<ProcessDefinition, "ask" | "steps">,
): string | undefined {
  const asked = ask.find(({ id }) => id === field);
  if (asked) return asked.label;
  return steps.flatMap(({ collect }) => collect).find(({ id }) => id === field)?.label;
}
