import type { Role, RoleId } from "../../core/definition/index.ts";
import { siteText } from "../../core/text/index.ts";
import type { Addresses } from "./addresses.ts";

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

/** The link of a role, with a word where it is somebody outside; its id stands for its title where roles.yml does not know it. */
export function roleLink(id: RoleId, roles: ReadonlyMap<RoleId, Role>, addresses: Addresses): RoleLink {
  const role = roles.get(id);
  return {
    id,
    text: role?.isOutside ? siteText.lists.outside(role.title) : (role?.title ?? id),
    href: addresses.role(id),
    people: role?.people ?? [],
    department: role?.department,
  };
}
