import type { Role } from "../../core/definition/index.ts";
import { rememberEach } from "../../core/remember-each.ts";
import { headingId } from "../markdown/heading-id.ts";
import type { Site } from "./site.ts";

/** A department with its roles, in the order of roles.yml. */
export interface Department {
  /** Its address under the base path is `departments/ID/`. */
  readonly id: string;
  readonly title: string;
  readonly roles: readonly Role[];
}

const departmentsIn: (handbook: Site["handbook"]) => ReadonlyMap<string, Department> =
  rememberEach(findDepartments);

/** Every department by its title, in the order in which roles.yml first names them. */
export function departmentsOf({ handbook }: Pick<Site, "handbook">): ReadonlyMap<string, Department> {
  return departmentsIn(handbook);
}

function findDepartments({ roles }: Site["handbook"]): Map<string, Department> {
  const taken = new Set<string>();
  const groups = Map.groupBy(roles.values(), ({ department = "" }) => department);
  groups.delete("");
  return new Map(
    [...groups].map(([title, own]) => [title, { id: headingId("", title, taken), title, roles: own }]),
  );
}
