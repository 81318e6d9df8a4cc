import type { ProcessDefinition } from "./process-definition.ts";

/** What people call the answer that `{field}` or `<Answer field="…" />` stands for: its question. Nothing where nobody asks it. */
export function answerLabel(field: string, { ask }: Pick<ProcessDefinition, "ask">): string | undefined {
  return ask.find(({ id }) => id === field)?.label;
}
