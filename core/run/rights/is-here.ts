import type { ObservedPeople } from "../observed/observed-run.ts";

/** Whether somebody may write to the repository now. False for a person whom nobody asked about. */
export function mayWrite(person: string, { permissions }: ObservedPeople): boolean {
  const permission = permissions.get(person.toLowerCase());
  return permission === "admin" || permission === "maintain" || permission === "write";
}

/** Whether somebody administers the repository now. False for a person whom nobody asked about. */
export function isAdministrator(
  person: string,
  { permissions }: Pick<ObservedPeople, "permissions">,
): boolean {
  return permissions.get(person.toLowerCase()) === "admin";
}

/** Whether somebody can still take part: GitHub lets the bot assign them, or they may write. */
export function isHere(person: string, people: ObservedPeople): boolean {
  return people.isAssignable.get(person.toLowerCase()) === true || mayWrite(person, people);
}
