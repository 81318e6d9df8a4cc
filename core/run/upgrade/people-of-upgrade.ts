import { toEpochDay } from "../../calendar/index.ts";
import type { Step, StepId } from "../../definition/index.ts";
import { attendanceOf } from "../../holidays/index.ts";
import { assignPeople, rolesInCharge } from "../../plan/index.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { peopleOfRole } from "../people/people-of-role.ts";
import { type PromisedDays, promisedDays } from "../state/promised-days.ts";
import type { RunFacts } from "../state/run-state.ts";
import { isOver, type RunState } from "../state/task-state.ts";
import { tasksOfRun } from "../state/tasks-of-run.ts";

/**
 * Who gets the steps that are new to a run with another text, that this text gives to other roles, or whose people hold none of their roles
 * by it any more: whoever a plan would give them to. Everything else stays with whoever has it; so does what somebody handed on.
 */
export function peopleOfUpgrade(
  before: RunFacts,
  state: RunState,
  after: RunFacts,
  promised: ReadonlyMap<StepId, PromisedDays>,
): Map<StepId, readonly string[]> {
  const { config, roles } = after.handbook.handbook;
  const { peopleByRole } = after.ledger;
  const people = { roles, attendance: attendanceOf(config, after.handbook.handbook), peopleByRole };
  const days = new Map([...promisedDays(before.ledger), ...promised]);
  const open = new Map(state.tasks.filter(({ isLeftOut }) => !isLeftOut).map((task) => [task.step, task]));
  const isHanded = (id: StepId) =>
    before.ledger.entries.some((entry) => entry.kind === "handed" && entry.step === id);
  return new Map(
    tasksOfRun(after.ledger, after.definition).flatMap(({ id, step }) => {
      const task = open.get(id);
      const own = days.get(id);
      const isAdded = !after.definition.steps.some((other) => other.id === id);
      if (isAdded || own === undefined || (task !== undefined && isOver(task))) return [];
      if (
        task?.definition !== undefined &&
        (isHanded(id) || staysWith(task.people, task.definition, step, after))
      )
        return [];
      const [start, due] = own;
      const planned = { plannedStart: toEpochDay(start), due: toEpochDay(due) };
      const found = assignPeople(step, planned, people).flatMap(({ person }) => person ?? []);
      return [[id, [...new Set(found)]] as const];
    }),
  );
}

function staysWith(people: readonly string[], before: Step, after: Step, facts: RunFacts): boolean {
  const [was, is] = [rolesInCharge(before), rolesInCharge(after)];
  const holders = is.flatMap((role) => peopleOfRole(role, facts).everyone);
  return (
    was.length === is.length &&
    was.every((role) => is.includes(role)) &&
    people.every((person) => holders.some((holder) => isSamePerson(holder, person)))
  );
}
