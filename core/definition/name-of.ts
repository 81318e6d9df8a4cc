import type { KnownPeople } from "./handbook.ts";

/** What a person is called: their name in people.yml, or else their login. */
export function nameOf(login: string, people: KnownPeople): string {
  return people.get(login.toLowerCase())?.name ?? login;
}
