import { answerLabel, type Condition, type ProcessDefinition } from "../../core/definition/index.ts";
import { text } from "../../core/text/index.ts";

/** A condition as a reader says it, with the name of what it asks for. */
export function conditionInWords(condition: Condition, definition: ProcessDefinition): string {
  const { subject } = condition;
  const step = definition.steps.find(({ id }) => id === subject);
  return text.condition(condition, answerLabel(subject, definition) ?? step?.title ?? subject);
}
