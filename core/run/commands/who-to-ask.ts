import { accountNow, mayBeSameAccount } from "../people/account.ts";
import { eachOnce } from "../people/each-once.ts";
import { accountableFor, isHere, judgedPeople, type RightsFacts, type Standing } from "../rights/index.ts";
import type { TaskState } from "../state/task-state.ts";

/**
 * Who can be asked to do what somebody else may not: those the right belongs to who are still here, the nearest first; empty
 * when nobody is known by name. Of approvers, and of those who answer for it, only who judges no work of their own there.
 */
export function whoToAsk(
  standings: readonly Standing[],
  facts: RightsFacts,
  task?: TaskState,
): readonly string[] {
  const may = (standing: Standing) => standings.includes(standing);
  const judged = judgedPeople(task, facts);
  const isAble = (login: string) =>
    !judged.some((other) => mayBeSameAccount(other, accountNow(login, facts.people)));
  const candidates = [
    ...(may("approver") ? (task?.awaited ?? []).filter(isAble) : []),
    ...(may("doer") && task?.kind !== "approval" ? (task?.people ?? []) : []),
    ...(may("accountable") ? accountableFor(facts, task).filter(isAble).slice(0, 1) : []),
    ...(may("starter") && task === undefined && !facts.run.isOurs ? [facts.ledger.startedBy] : []),
  ];
  return eachOnce(candidates.filter((login) => isHere(login, facts.people)));
}
