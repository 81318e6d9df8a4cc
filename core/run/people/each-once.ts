import { isSamePerson } from "./is-same-person.ts";

/** People in the order given, each once and as first spelled. */
export function eachOnce(logins: readonly string[]): readonly string[] {
  return logins.filter((login, index) => logins.findIndex((other) => isSamePerson(other, login)) === index);
}
