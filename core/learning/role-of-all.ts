import type { Role, RoleId } from "../definition/index.ts";

/** The one role, besides some, that everybody has who got something, run by run; nothing where there is none, several, or nobody got it. */
export function roleOfAll(
  got: readonly (readonly string[])[],
  roles: ReadonlyMap<RoleId, Role>,
  besides: readonly RoleId[] = [],
): Role | undefined {
  const hasAll = ({ people }: Role) =>
    got.length > 0 &&
    got.every((logins) => logins.length > 0 && logins.every((login) => people.includes(login)));
  const [role, another] = [...roles.values()].filter(
    (candidate) => !besides.includes(candidate.id) && hasAll(candidate),
  );
  return another === undefined ? role : undefined;
}
