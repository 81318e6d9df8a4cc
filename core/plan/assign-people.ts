import { type Attendance, type EpochDay, isAbsent } from "../calendar/index.ts";
import type { Role, RoleId, Step } from "../definition/index.ts";
import type { TaskDays } from "./promise-dates.ts";

/** Who takes a role for one task. */
export interface Assignment {
  readonly role: RoleId;
  /** Absent when the role has nobody. */
  readonly person?: string | undefined;
  /** Those who came first in line and are away. */
  readonly away: readonly string[];
}

/** Where people are looked up. */
export interface People {
  readonly roles: ReadonlyMap<RoleId, Role>;
  readonly attendance: Attendance;
  readonly peopleByRole?: ReadonlyMap<RoleId, readonly string[]> | undefined;
}

/**
 * The roles whose people a task is assigned to: those that do it, those that approve for an approval, and the
 * accountable role where a step names nobody.
 */
export function rolesInCharge(step: Step): readonly RoleId[] {
  const named = step.kind === "approval" ? step.approvers : step.roles;
  return named.length > 0 ? named : [step.accountable];
}

/**
 * Who takes each role of a task: the first of the role's people who is not absent, then of its deputies.
 * When everyone is away the first in line keeps the task, so that it never belongs to nobody.
 */
export function assignPeople(step: Step, days: TaskDays, people: People): Assignment[] {
  return rolesInCharge(step).map((roleId) => assignRole(roleId, days, people));
}

function assignRole(roleId: RoleId, days: TaskDays, people: People): Assignment {
  const role = people.roles.get(roleId);
  const named = people.peopleByRole?.get(roleId) ?? [];
  const inLine = [...new Set([...named, ...(role?.people ?? []), ...(role?.deputies ?? [])])];
  const isAway = (person: string) => isAwayFor(person, days.plannedStart, days.due, people);
  const person = inLine.find((candidate) => !isAway(candidate));
  const away = person === undefined ? inLine : inLine.slice(0, inLine.indexOf(person));
  return { role: roleId, person: person ?? inLine[0], away };
}

/** The day on which work can begin is the end of what comes before it: the work itself is done on the days after. */
function isAwayFor(person: string, plannedStart: EpochDay, due: EpochDay, people: People): boolean {
  return isAbsent(person, Math.min(plannedStart + 1, due), due, people.attendance);
}
