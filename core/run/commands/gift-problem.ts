import type { RoleId } from "../../definition/index.ts";
import { type Markdown, text } from "../../text/index.ts";
import { doerOf } from "../ledger/doer-of.ts";
import type { LedgerEntry } from "../ledger/ledger.ts";
import { type Account, mayBeSameAccount } from "../people/account.ts";
import { isKnownAs } from "../people/is-known-as.ts";
import { judgedPeople } from "../rights/index.ts";
import type { StepCommandContext } from "./command.ts";
import { whoToAsk } from "./who-to-ask.ts";

/**
 * Why somebody cannot speak for some parts of an approval: whoever chose them for it is judged there by now, perhaps since they took the work over after that.
 * Whoever holds the role by the handbook, or stands in for it, was chosen by the handbook. Nothing where they can.
 */
export function giftProblem(roles: readonly RoleId[], context: StepCommandContext): Markdown | undefined {
  const { task, author, authorId } = context;
  const judged = judgedPeople(task, context);
  const givers = roles.flatMap((role) => giverOf(role, { login: author, id: authorId }, context) ?? []);
  const giver = givers.find((one) => judged.some((other) => mayBeSameAccount(other, one)));
  if (giver === undefined) return undefined;
  const people = whoToAsk(["accountable"], context, task);
  return text.rights.chosenByJudged({ giver: giver.login, title: task.title, login: author, people });
}

/** Who chose somebody for a part who does not hold its role: by handing it to them, or by agreeing to a start form that names them. */
function giverOf(
  role: RoleId,
  account: Account,
  { ledger, handbook, task }: Pick<StepCommandContext, "ledger" | "handbook" | "task">,
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
  const agreed = (): LedgerEntry | undefined =>
    isAmong(ledger.peopleByRole.get(role)) ? ledger.entries.find(({ kind }) => kind === "go") : undefined;
  const given = handed ?? agreed();
  return given && doerOf(given);
}
