import { type Attendance, type EpochDay, isAbsent } from "../calendar/index.ts";
import { type Role, type RoleId, type Step, votesNeeded } from "../definition/index.ts";
import type { TaskDays } from "./promise-dates.ts";

/** Who takes a role for one task. */
export interface Assignment {
  readonly role: RoleId;
  /** Absent when the role has nobody. */
  readonly person?: string | undefined;
  /** Those who came first in line and are away. */
  readonly away: readonly string[];
  /** Those who would stand in for them, and have another part of the approval. */
  readonly passedOver: readonly string[];
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
 * When everyone is away the first in line keeps the task, so that it never belongs to nobody. Nobody stands in for a part of an approval who has another one of it,
 * where more than one has to agree.
 */
export function assignPeople(step: Step, days: TaskDays, people: People): Assignment[] {
  const isAway = (person: string) => isAwayFor(person, days.plannedStart, days.due, people);
  const lines = rolesInCharge(step).map((role) => ({ role, line: lineOf(role, people) }));
  const isOneEach = step.kind === "approval" && votesNeeded(step) > 1;
  const firsts = isOneEach ? lines.flatMap(({ line }) => line.slice(0, 1)) : [];
  const taken = new Set(firsts.filter((first) => !isAway(first)).map(keyOf));
  return lines.map(({ role, line }) => {
    const isFree = (person: string, index: number) => index === 0 || !taken.has(keyOf(person));
    const others = line.filter((person, index) => !isFree(person, index) && !isAway(person));
    const assigned = assignRole(role, line.filter(isFree), isAway);
    if (isOneEach && assigned.person !== undefined) taken.add(keyOf(assigned.person));
    return { ...assigned, passedOver: assigned.away.length > 0 ? others : [] };
  });
}

function keyOf(login: string): string {
  return login.toLowerCase();
}

/** Who may take a role, first in line first. */
function lineOf(roleId: RoleId, { roles, peopleByRole }: People): readonly string[] {
  const role = roles.get(roleId);
  const named = peopleByRole?.get(roleId) ?? [];
  return [...new Set([...named, ...(role?.people ?? []), ...(role?.deputies ?? [])])];
}

function assignRole(
  role: RoleId,
  inLine: readonly string[],
  isAway: (person: string) => boolean,
): Omit<Assignment, "passedOver"> {
  const person = inLine.find((candidate) => !isAway(candidate));
  const away = person === undefined ? inLine : inLine.slice(0, inLine.indexOf(person));
  return { role, person: person ?? inLine[0], away };
}

/** The day on which work can begin is the end of what comes before it: the work itself is done on the days after. */
function isAwayFor(person: string, plannedStart: EpochDay, due: EpochDay, people: People): boolean {
  return isAbsent(person, Math.min(plannedStart + 1, due), due, people.attendance);
}
