import { listOf } from "./list-of.ts";
import type { ProcessShape } from "./process-schema.ts";
import type { Draft } from "./read-shape.ts";

/** The answers there can be to a question, a decision or a value that a step collects, of a draft; nothing where any text, date or number can be given. */
export function answersTo(
  subject: string,
  { ask, steps }: Draft<ProcessShape>,
): readonly string[] | undefined {
  const field = (ask ?? []).find(({ id }) => id === subject);
  if (field)
    return field.type === "choice"
      ? listOf(field.options)
      : field.type === "yes-no"
        ? ["yes", "no"]
        : undefined;
  const collected = (steps ?? []).flatMap(({ collect }) => collect ?? []).find(({ id }) => id === subject);
  if (collected) return collected.type === "choice" ? listOf(collected.options) : undefined;
  const decision = (steps ?? []).find(({ id, kind }) => id === subject && kind === "decision");
  return decision && listOf(decision.options);
}
