import { civilToday } from "../../calendar/index.ts";
import { accountNow, mayBeSameAccount } from "../people/account.ts";
import { isKnownAs } from "../people/is-known-as.ts";
import { peopleOfRole } from "../people/people-of-role.ts";
import { presentPeople } from "../people/present-people.ts";
import type { TaskState } from "../state/task-state.ts";
import type { RightsFacts } from "./claim-of.ts";
import { isHere } from "./is-here.ts";
import { judgedPeople } from "./judged-people.ts";

/**
 * Who answers for a step, or for the run when no step is given: the people of its accountable role, else those of the process
 * owner; their deputies too while all of them are away. Nobody who has left counts, and nobody answers for an approval of
 * their own work, for a decision that it hangs on, or for the run that holds it where that is a step. Empty when there is no such person.
 */
export function accountableFor(facts: RightsFacts, task?: TaskState): readonly string[] {
  const isOfGate = task?.kind === "approval" || task?.kind === "decision" || task?.kind === "process";
  const judged = isOfGate ? judgedPeople(task, facts) : [];
  const isAble = (login: string) => {
    const account = accountNow(login, facts.people);
    return (
      isHere(login, facts.people) &&
      isKnownAs(login, account, facts.ledger) &&
      !judged.some((other) => mayBeSameAccount(other, account))
    );
  };
  const day = civilToday(facts.at, facts.handbook.handbook.config.timeZone);
  const { processOwner } = facts.definition;
  for (const role of [task?.definition?.accountable ?? processOwner, processOwner]) {
    const held = peopleOfRole(role, facts);
    const [people, deputies] = [held.people.filter(isAble), held.deputies.filter(isAble)];
    const isSomebodyThere = presentPeople(people, day, facts.handbook).length > 0;
    const answerable = isSomebodyThere ? people : [...people, ...deputies];
    if (answerable.length > 0) return answerable;
  }
  return [];
}
