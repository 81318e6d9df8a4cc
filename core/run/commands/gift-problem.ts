import type { RoleId } from "../../definition/index.ts";
import { type Markdown, text } from "../../text/index.ts";
import { doerOf } from "../ledger/doer-of.ts";
import { type Account, mayBeSameAccount } from "../people/account.ts";
import { isKnownAs } from "../people/is-known-as.ts";
import { judgedPeople } from "../rights/index.ts";
import { type HandoverFacts, settlesBeside } from "./handover-problem.ts";
import { whoToAsk } from "./who-to-ask.ts";

/**
 * Why somebody cannot speak for some parts of an approval, or settle what one hangs on: whoever chose them for it is judged there by now, perhaps since they took
 * the work over after that. Whoever holds one of the roles by the handbook, or stands in for it, was chosen by the handbook; so was, for all but approvals, whoever
 * passed their own step on. Nothing where they can.
 */
export function giftProblem(
  account: Account,
  roles: readonly RoleId[],
  facts: HandoverFacts,
): Markdown | undefined {
  const { task, claim, handbook } = facts;
  const isApproval = task.kind === "approval";
  const isOpen = handbook.handbook.config.approvals === "open" || claim.standings.has("accountable");
  if (!isApproval && (isOpen || !settlesBeside(task, facts))) return undefined;
  const judged = judgedPeople(task, facts);
  const givers = roles.flatMap((role) => giverOf(role, account, facts) ?? []);
  const giver = givers.find((one) => judged.some((other) => mayBeSameAccount(other, one)));
  if (giver === undefined) return undefined;
  const people = whoToAsk(["accountable"], facts, task);
  return text.rights.chosenByJudged({
    giver: giver.login,
    title: task.title,
    login: account.login,
    people,
    isApproval,
  });
}

/** Who chose somebody for a role who does not hold it: by handing it to them, or by agreeing to a start form that names them. */
function giverOf(
  role: RoleId,
  account: Account,
  { ledger, handbook, task }: Pick<HandoverFacts, "ledger" | "handbook" | "task">,
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
