import type { CollectField } from "../../definition/index.ts";
import type { TaskState } from "../state/task-state.ts";

/** A value that was entered when a step was done. */
export interface CollectedValue extends Pick<CollectField, "id" | "label" | "type"> {
  /** As it is noted: see `readValue`. */
  readonly value: string;
}

/** What was entered for a step that is done, in the order of the handbook; empty for any other step. */
export function collectedValues({ definition, collected }: TaskState): readonly CollectedValue[] {
  return (definition?.collect ?? []).flatMap(({ id, label, type }) => {
    const value = collected?.get(id) ?? "";
    return value === "" ? [] : [{ id, label, type, value }];
  });
}
