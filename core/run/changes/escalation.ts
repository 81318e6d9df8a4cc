import { civilToday } from "../../calendar/index.ts";
import type { RoleId } from "../../definition/index.ts";
import { workCalendarOf } from "../../holidays/index.ts";
import { text } from "../../text/index.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { peopleOfRole } from "../people/people-of-role.ts";
import { presentPeople } from "../people/present-people.ts";
import { dueMoment, isNotAfter, momentAfter } from "../state/moments.ts";
import type { TaskState } from "../state/task-state.ts";
import { turnOf } from "../state/turn-of.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Message } from "./messages.ts";

/** Who is told that a step is late, and why them. */
interface Answerable {
  readonly login: string;
  readonly role: RoleId;
  /** Whom they stand in for; nothing when the role is their own. */
  readonly standsInFor: string | undefined;
}

/**
 * Whoever answers for a step hears of it once when it is late for long: `escalateAfter` is counted from its due moment, or
 * from the moment it became somebody's turn, or was opened again, when that is later. Somebody who has the step knows; then whoever answers
 * for the process hears of it; when that is the same person too, whoever has the step is asked once.
 */
export function escalationOf(task: TaskState, issue: ObservedIssue, facts: StatusFacts): Message[] {
  if (!isNotAfter(momentOf(task, facts), facts.now)) return [];
  const { roles } = facts.handbook.handbook;
  const stepRole = task.definition?.accountable ?? facts.definition.processOwner;
  const hasIt = ({ login }: Answerable) => task.awaited.some((person) => isSamePerson(person, login));
  const told = [stepRole, facts.definition.processOwner]
    .flatMap((role) => answerableFor(role, facts) ?? [])
    .find((candidate) => !hasIt(candidate));
  if (!told) {
    const reminder = text.runComments.overdue(turnOf({ ...facts, task }));
    return task.people.length === 0 ? [] : [{ issue, key: `escalation ${task.dueDate}`, words: reminder }];
  }
  const words = text.runComments.escalation(turnOf({ ...facts, task }), {
    login: told.login,
    role: roles.get(told.role)?.title ?? told.role,
    standsInFor: told.standsInFor,
    process: told.role === stepRole ? undefined : facts.definition.title,
  });
  return [{ issue, key: `escalation ${task.dueDate}`, words }];
}

function momentOf(task: TaskState, { handbook, now }: StatusFacts): string {
  const { config } = handbook.handbook;
  const frame = { config, calendar: workCalendarOf(config) };
  const turn = [task.readyAt ?? now, task.openedAgainAt ?? ""].sort().at(-1) ?? now;
  const { escalateAfter } = config;
  if (isNotAfter(turn, dueMoment(task.dueDate, frame)))
    return momentAfter(task.dueDate, escalateAfter, frame);
  if (escalateAfter.unit === "h" || escalateAfter.unit === "m") {
    const length = { [escalateAfter.unit === "h" ? "hours" : "minutes"]: escalateAfter.amount };
    return Temporal.Instant.from(turn).add(length).toString();
  }
  return momentAfter(civilToday(turn, config.timeZone), escalateAfter, frame);
}

/** The first of a role who is there today, then of its deputies; the first in line when everybody is away. */
function answerableFor(role: RoleId, facts: StatusFacts): Answerable | undefined {
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
