import type { RoleEntry } from "./handbook-changes.ts";

/** Whether a role that was there before is held by somebody else from now on, or no longer by somebody, deputies counted. */
export function isHeldByOthers({ kind, people, deputies }: RoleEntry): boolean {
  const moves = [people.added, people.removed, deputies.added, deputies.removed].flat();
  return kind !== "added" && moves.length > 0;
}
