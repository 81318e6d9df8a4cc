import type { Role, RoleId } from "../../definition/index.ts";
import { isSamePerson } from "./is-same-person.ts";

/** Whether the handbook names a person for any role. */
export function isNamed(person: string, roles: ReadonlyMap<RoleId, Role>): boolean {
  return [...roles.values()].some((role) =>
    [...role.people, ...role.deputies].some((login) => isSamePerson(login, person)),
  );
}
