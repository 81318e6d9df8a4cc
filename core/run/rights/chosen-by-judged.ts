import type { RoleId } from "../../definition/index.ts";
import { doerOf } from "../ledger/doer-of.ts";
import { type Account, mayBeSameAccount } from "../people/account.ts";
import { isKnownAs } from "../people/is-known-as.ts";
import type { TaskState } from "../state/task-state.ts";
import type { RightsFacts } from "./claim-of.ts";
import { judgedPeople } from "./judged-people.ts";

interface ChosenFacts extends Pick<RightsFacts, "ledger" | "state" | "definition" | "handbook" | "run"> {
  readonly task: TaskState;
}

/**
 * Whoever of those whose work is judged chose somebody to judge it, or to settle what its approval hangs on, perhaps before they took the work over. Whoever holds
 * one of the roles by the handbook, or stands in for it, was chosen by the handbook; so was, for all but approvals, whomever the doer of a step passed it on to.
 * Nothing where nobody judged did.
 */
export function chosenByJudged(
  account: Account,
  roles: readonly RoleId[],
  { task, ...facts }: ChosenFacts,
): Account | undefined {
  const givers = roles.flatMap((role) => giverOf(role, account, { task, ...facts }) ?? []);
  if (givers.length === 0) return undefined;
  const judged = judgedPeople(task, facts);
  return givers.find((one) => judged.some((other) => mayBeSameAccount(other, one)));
}

/** Who chose somebody for a role who does not hold it: by handing it to them, or by agreeing to a start form that names them. */
function giverOf(
  role: RoleId,
  account: Account,
  { ledger, handbook, task }: Pick<ChosenFacts, "ledger" | "handbook" | "task">,
): Account | undefined {
  const isAmong = (logins: readonly string[] = []) =>
    logins.some((login) => isKnownAs(login, account, ledger, task.step));
  const held = handbook.handbook.roles.get(role);
  if (isAmong(held?.people) || isAmong(held?.deputies)) return undefined;
  const handed = ledger.entries.findLast(
    (entry) =>
      entry.kind === "handed" &&
      entry.step === task.step &&
      (entry.roles === undefined || entry.roles.includes(role)),
  );
  const named = isAmong(ledger.peopleByRole.get(role));
  const given = handed ?? (named ? ledger.entries.find(({ kind }) => kind === "go") : undefined);
  const giver = given && doerOf(given);
  const passedOn = task.kind !== "approval" && handed?.kind === "handed" ? (handed.from ?? []) : [];
  return giver && passedOn.some((login) => isKnownAs(login, giver, ledger)) ? undefined : giver;
}
