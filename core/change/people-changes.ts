import type { Handbook, ProcessDefinition, RoleId } from "../definition/index.ts";
import { rolesInCharge } from "../plan/index.ts";
import { addedAndRemoved } from "./added-and-removed.ts";

/** Who works by a process, before and after a change of it. */
export interface PeopleChange {
  /** Logins of those who get a part in it, and of those who lose theirs. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What one role does in a process, before and after: steps, and minutes of effort where steps say them. */
export interface RoleLoad {
  readonly role: RoleId;
  readonly stepsBefore: number;
  readonly stepsAfter: number;
  readonly minutesBefore: number;
  readonly minutesAfter: number;
}

/** One side of a comparison: a process, and the handbook it is in. */
export interface ProcessSide {
  readonly definition: ProcessDefinition;
  readonly handbook: Handbook;
}

/** Who gets a part in a process, and who has none any more: the people of the roles that do or approve a step. A side is absent where there is no such process. */
export function peopleChange(before: ProcessSide | undefined, after: ProcessSide | undefined): PeopleChange {
  return addedAndRemoved(before ? peopleIn(before) : [], after ? peopleIn(after) : []);
}

/** What each role has to do more or less than before, by id; roles that stay as they were are left out. */
export function loadChanges(before: ProcessDefinition, after: ProcessDefinition): RoleLoad[] {
  const [earlier, now] = [loadsOf(before), loadsOf(after)];
  const roles = [...new Set([...earlier.keys(), ...now.keys()])].sort();
  return roles.flatMap((role) => {
    const [was, is] = [earlier.get(role) ?? none, now.get(role) ?? none];
    if (was.steps === is.steps && was.minutes === is.minutes) return [];
    return [
      {
        role,
        stepsBefore: was.steps,
        stepsAfter: is.steps,
        minutesBefore: was.minutes,
        minutesAfter: is.minutes,
      },
    ];
  });
}

const none = { steps: 0, minutes: 0 };

function loadsOf({ steps }: ProcessDefinition): Map<RoleId, typeof none> {
  const loads = new Map<RoleId, typeof none>();
  for (const step of steps) {
    for (const role of new Set(rolesInCharge(step))) {
      const load = loads.get(role) ?? none;
      loads.set(role, { steps: load.steps + 1, minutes: load.minutes + (step.effortMinutes ?? 0) });
    }
  }
  return loads;
}

function peopleIn({ definition, handbook }: ProcessSide): string[] {
  const roles = new Set(definition.steps.flatMap(rolesInCharge));
  return [...new Set([...roles].flatMap((role) => handbook.roles.get(role)?.people ?? []))].sort();
}
