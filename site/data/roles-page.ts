import { addressesUnder } from "./addresses.ts";
import { departmentsOf } from "./departments.ts";
import type { Link } from "./role-link.ts";
import type { Site } from "./site.ts";

/** The roles of one department. */
export interface DepartmentRoles {
  /** Empty for roles that name none; they come last. */
  readonly department: string;
  /** The page of the department; empty where there is none. */
  readonly href: string;
  readonly roles: readonly (Link & { readonly summary: string })[];
}

/** Every role by title, by department in the order roles.yml first names them. */
export function rolesByDepartment(site: Site): DepartmentRoles[] {
  const addresses = addressesUnder(site.settings.base);
  const hrefOf = (title: string) => {
    const department = departmentsOf(site).get(title);
    return department === undefined ? "" : addresses.department(department.id);
  };
  const groups = Map.groupBy(site.handbook.roles.values(), ({ department }) => department ?? "");
  return [...groups]
    .sort(([a], [b]) => Number(a === "") - Number(b === ""))
    .map(([department, roles]) => ({
      department,
      href: hrefOf(department),
      roles: roles
        .map(({ id, title, summary = "" }) => ({ text: title, href: addresses.role(id), summary }))
        .sort((a, b) => a.text.localeCompare(b.text)),
    }));
}
