import type { RoleId } from "../../definition/index.ts";
import { type Markdown, text } from "../../text/index.ts";
import type { Account } from "../people/account.ts";
import { chosenByJudged } from "../rights/index.ts";
import { type HandoverFacts, settlesBeside } from "./handover-problem.ts";
import { whoToAsk } from "./who-to-ask.ts";

/**
 * Why somebody cannot speak for some parts of an approval, or settle what one hangs on: one of those judged there {@link chosenByJudged chose} them for it.
 * Nothing where they can.
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
  const giver = chosenByJudged(account, roles, facts);
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
