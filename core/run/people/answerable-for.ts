import type { RoleId } from "../../definition/index.ts";
import type { StatusFacts } from "../status-comment.ts";
import { peopleOfRole } from "./people-of-role.ts";
import { presentPeople } from "./present-people.ts";

/** Somebody who answers for a step or a process. */
export interface Answerable {
  readonly login: string;
  readonly role: RoleId;
  /** Whom they stand in for; nothing when the role is their own. */
  readonly standsInFor: string | undefined;
}

/** The first of a role who is there today, then of its deputies; the first in line when everybody is away. Nothing for a role without people. */
export function answerableFor(role: RoleId, facts: StatusFacts): Answerable | undefined {
  const { people, deputies } = peopleOfRole(role, facts);
  const there = (logins: readonly string[]) => presentPeople(logins, facts.state.today, facts.handbook)[0];
  const own = there(people);
  if (own !== undefined) return { login: own, role, standsInFor: undefined };
  const deputy = there(deputies);
  const login = deputy ?? people[0] ?? deputies[0];
  return login === undefined
    ? undefined
    : { login, role, standsInFor: login === people[0] ? undefined : people[0] };
}
