import type { Handbook, ProcessDefinition } from "../definition/index.ts";
import type { ChangeNames } from "./describe-changes.ts";

/** The two handbooks that were compared. */
export interface ComparedHandbooks {
  readonly before: Handbook;
  readonly after: Handbook;
}

/** What ids are called now, or were called before where they are gone. */
export function namesFor(definition: ProcessDefinition, { before, after }: ComparedHandbooks): ChangeNames {
  return {
    after: definition,
    roleTitle: (id) => (after.roles.get(id) ?? before.roles.get(id))?.title ?? id,
    processTitle: (id) => (after.processes.get(id) ?? before.processes.get(id))?.title ?? id,
  };
}
