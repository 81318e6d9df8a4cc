import type { Role, RoleId } from "../../definition/index.ts";
import type { ObservedPeople } from "../observed/observed-run.ts";
import { isNamed } from "../people/is-named.ts";
import { isHere, mayWrite } from "./is-here.ts";

/** Whether somebody is of the team now: may write here, or is named in roles.yml and can still be assigned. */
export function isOfTeam(person: string, people: ObservedPeople, roles: ReadonlyMap<RoleId, Role>): boolean {
  return isHere(person, people) && (mayWrite(person, people) || isNamed(person, roles));
}
