import type { Role, RoleId } from "../../core/definition/index.ts";
import { siteText } from "../../core/text/index.ts";

/** What a role is called, with a word where it is somebody outside; its id stands for its title where roles.yml does not know it. */
export function roleTitle(id: RoleId, role: Pick<Role, "title" | "isOutside"> | undefined): string {
  return role?.isOutside ? siteText.lists.outside(role.title) : (role?.title ?? id);
}
