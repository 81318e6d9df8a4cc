import type { Role, RoleId } from "../../core/definition/index.ts";
import type { Addresses } from "./addresses.ts";
import { roleTitle } from "./role-title.ts";

/** A link with its words. */
export interface Link {
  readonly text: string;
  readonly href: string;
}

/** A role as a link to its page, with the logins of its people. */
export interface RoleLink extends Link {
  readonly id: RoleId;
  readonly people: readonly string[];
  readonly department?: string | undefined;
}

/** The link of a role, by what it is called: see `roleTitle`. */
export function roleLink(id: RoleId, roles: ReadonlyMap<RoleId, Role>, addresses: Addresses): RoleLink {
  const role = roles.get(id);
  return {
    id,
    text: roleTitle(id, role),
    href: addresses.role(id),
    people: role?.people ?? [],
    department: role?.department,
  };
}
