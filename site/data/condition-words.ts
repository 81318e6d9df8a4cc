import type { Condition, ProcessDefinition } from "../../core/definition/index.ts";
import { text } from "../../core/text/index.ts";

/** A condition as a reader says it, with the name of what it asks for. */
export function conditionInWords(condition: Condition, definition: ProcessDefinition): string {
  const { subject } = condition;
  const field = definition.ask.find(({ id }) => id === subject);
  const step = definition.steps.find(({ id }) => id === subject);
  return text.condition(condition, field?.label ?? step?.title ?? subject);
}
