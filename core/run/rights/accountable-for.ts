import { civilToday } from "../../calendar/index.ts";
import type { StepKind } from "../../definition/index.ts";
import { type Account, accountNow, mayBeSameAccount } from "../people/account.ts";
import { isKnownAs } from "../people/is-known-as.ts";
import { peopleOfRole } from "../people/people-of-role.ts";
import { presentPeople } from "../people/present-people.ts";
import type { TaskState } from "../state/task-state.ts";
import type { RightsFacts } from "./claim-of.ts";
import { isHere } from "./is-here.ts";
import { judgedPeople } from "./judged-people.ts";
import { keptOutBy } from "./kept-out-by.ts";
import { subjectOf } from "./subject-of.ts";

const gates: ReadonlySet<StepKind> = new Set(["approval", "decision", "process"]);

/**
 * Who answers for a step, or for the run when no step is given: the people of its accountable role, else those of the process
 * owner; their deputies too while all of them are away. Nobody who has left counts, and nobody answers for an approval of
 * their own work, for a decision that it hangs on, for a task in which a value is entered that it hangs on, or for the run that holds it where that
 * is a step; nor does anybody in the place of people whose work it became because they gave it to them. Empty when there is no such person.
 */
export function accountableFor(facts: RightsFacts, task?: TaskState): readonly string[] {
  const isOfGate =
    task !== undefined && (gates.has(task.kind) || subjectOf("done", task, facts) === "gate-task");
  const judged = isOfGate ? judgedPeople(task, facts) : [];
  const day = civilToday(facts.at, facts.handbook.handbook.config.timeZone);
  const { processOwner } = facts.definition;
  const isOneOf = (login: string, accounts: readonly Account[]) =>
    accounts.some((account) => mayBeSameAccount(account, accountNow(login, facts.people)));
  const isThere = (login: string) =>
    isHere(login, facts.people) && isKnownAs(login, accountNow(login, facts.people), facts.ledger);
  const keptOut: string[] = [];
  const able = (logins: readonly string[]) => {
    const barred = [...judged, ...keptOutBy(keptOut, task, facts)];
    return logins.filter((login) => isThere(login) && !isOneOf(login, barred));
  };
  for (const role of [task?.definition?.accountable ?? processOwner, processOwner]) {
    const held = peopleOfRole(role, facts);
    const people = able(held.people);
    keptOut.push(...held.people.filter((login) => isThere(login) && isOneOf(login, judged)));
    const deputies = able(held.deputies);
    const isSomebodyThere = presentPeople(people, day, facts.handbook).length > 0;
    const answerable = isSomebodyThere ? people : [...people, ...deputies];
    if (answerable.length > 0) return answerable;
  }
  return [];
}
