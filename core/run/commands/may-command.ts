import { isSamePerson } from "../people/is-same-person.ts";
import { peopleOfRole } from "../people/people-of-role.ts";
import type { TaskState } from "../state/task-state.ts";
import type { CommandContext } from "./command.ts";

/**
 * Whether a person may steer a step, or the run when no step is given: who is in charge of it, who is accountable,
 * who started the run or has its issue, and whoever may write to the repository.
 */
export function mayCommand(person: string, context: CommandContext, task?: TaskState): boolean {
  const permission = context.people.permissions.get(person.toLowerCase()) ?? "none";
  if (permission === "admin" || permission === "maintain" || permission === "write") return true;
  const accountable = task?.definition?.accountable ?? context.definition.processOwner;
  const allowed = [
    context.ledger.startedBy,
    ...context.run.assignees,
    ...(task?.people ?? []),
    ...peopleOfRole(accountable, context).everyone,
  ];
  return allowed.some((login) => isSamePerson(login, person));
}
