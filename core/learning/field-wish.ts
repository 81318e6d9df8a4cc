import type { Step } from "../definition/index.ts";
import type { EditableStepField, FieldValue, Wish } from "../edit/index.ts";

/** The wish for another value of a field of a step. */
export function fieldWish({ id }: Pick<Step, "id">, field: EditableStepField, value: FieldValue): Wish {
  return { kind: "set-step-field", step: id, field, value };
}
