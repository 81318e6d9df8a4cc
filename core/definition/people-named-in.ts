import type { ProcessDefinition, RoleId } from "./process-definition.ts";

/**
 * Who takes which role by the answers to the questions for a person, in the order the questions stand; questions without a role, and
 * those without an answer, name nobody.
 */
export function peopleNamedIn(
  answers: ReadonlyMap<string, string>,
  { ask }: Pick<ProcessDefinition, "ask">,
): Map<RoleId, string[]> {
  const named = new Map<RoleId, string[]>();
  for (const { id, type, role } of ask) {
    const person = answers.get(id) ?? "";
    if (type !== "person" || role === undefined || person === "") continue;
    named.set(role, [...new Set([...(named.get(role) ?? []), person])]);
  }
  return named;
}
