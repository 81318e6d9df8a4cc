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

/**
 * Everybody who answers for what a role is in charge of, in the order in which they are turned to: those of the role who are there
 * today, its deputies who are there, and then those who are away, in line. Nobody twice; empty for a role without people.
 */
export function answerableInOrder(role: RoleId, facts: StatusFacts): Answerable[] {
  const { people, deputies } = peopleOfRole(role, facts);
  const there = (logins: readonly string[]) => presentPeople(logins, facts.state.today, facts.handbook);
  const line = new Set([...there(people), ...there(deputies), ...people, ...deputies]);
  return [...line].map((login) => ({
    login,
    role,
    standsInFor: people.includes(login) ? undefined : people[0],
  }));
}
