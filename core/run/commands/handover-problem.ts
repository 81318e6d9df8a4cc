import { votesNeeded } from "../../definition/index.ts";
import { type Markdown, text } from "../../text/index.ts";
import { accountNow, mayBeSameAccount } from "../people/account.ts";
import { isKnownAs } from "../people/is-known-as.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { peopleOfRole } from "../people/people-of-role.ts";
import { approvalsHangingOn, type Claim, claimOf, judgedPeople, type RightsFacts } from "../rights/index.ts";
import type { ApproverPart } from "../state/approver-parts.ts";
import { judgedWork } from "../state/judged-work.ts";
import type { TaskState } from "../state/task-state.ts";

/** What {@link handoverProblem} and {@link gateProblem} look at. */
export interface HandoverFacts extends RightsFacts {
  readonly task: TaskState;
  /** What whoever hands it on is to the approval. */
  readonly claim: Claim;
}

/**
 * Why a decision that an approval hangs on, or a task in which a value is entered that one hangs on, cannot go to a person: their work is judged there.
 * Nothing for every other step, and for a task that is part of that work itself: whoever does it has the word on it by the handbook.
 */
export function gateProblem(
  login: string,
  { task, ...facts }: Omit<HandoverFacts, "claim">,
): Markdown | undefined {
  if (facts.handbook.handbook.config.approvals === "open") return undefined;
  if (!settlesBeside(task, facts)) return undefined;
  const isJudged = judgedPeople(task, facts).some((account) =>
    mayBeSameAccount(account, accountNow(login, facts.people)),
  );
  return isJudged ? text.run.cannotSettleOwnGate(login, task.title) : undefined;
}

/** Whether a step is a decision, or a task in which a value is entered that an approval hangs on and that is no part of what it judges. */
export function settlesBeside(
  { kind, step, definition }: TaskState,
  facts: Pick<RightsFacts, "definition" | "handbook" | "ledger">,
): boolean {
  if (kind === "decision") return true;
  if (kind !== "task" || definition === undefined) return false;
  const approvals = definition.collect.flatMap(({ id }) =>
    approvalsHangingOn(id, facts.definition, facts.handbook),
  );
  return approvals.some((approval) => !judgedWork(facts.definition, approval, facts.ledger).has(step));
}

/**
 * Why a part of an approval cannot go to a person; nothing when it can. It never goes to somebody whose work is judged. An
 * approver gives their own part to somebody who holds its role or stands in for it, whoever answers for the step to anybody
 * of the team. A part that somebody has agreed for passes on no more, and nobody gets a second one where more than one has to agree.
 */
export function handoverProblem(
  login: string,
  parts: readonly ApproverPart[],
  facts: HandoverFacts,
): Markdown | undefined {
  const { task, claim } = facts;
  const account = accountNow(login, facts.people);
  const isAmong = (others: readonly string[]) =>
    others.some((other) => isKnownAs(other, account, facts.ledger));
  if (judgedPeople(task, facts).some((judged) => mayBeSameAccount(judged, account)))
    return text.run.cannotJudgeOwnWork(login, task.title);
  const given = task.approvedBy.find(({ role }) => parts.some((part) => part.role === role));
  if (given) return text.run.agreedAlready(given.by);
  const others = task.parts.filter((part) => !parts.includes(part));
  const hasPart = others.some(({ people }) =>
    people.some((other) => isSamePerson(other, login) || isKnownAs(other, account, facts.ledger, task.step)),
  );
  const hasAgreed = task.approvedBy.some(({ by, byId }) =>
    mayBeSameAccount({ login: by, id: byId }, account),
  );
  if (!(task.definition && votesNeeded(task.definition) === 1) && (hasPart || hasAgreed))
    return text.run.decidesAlready(login);
  if (claim.standings.has("accountable") && !claim.isUnclear)
    return claimOf(account, facts).standings.has("team") ? undefined : text.run.notOfTheTeam(login);
  const holders = parts.map(({ role }) => {
    const { people, deputies } = peopleOfRole(role, { ...facts, ledger: { peopleByRole: new Map() } });
    return [...people, ...deputies];
  });
  if (holders.every(isAmong)) return undefined;
  const title = facts.handbook.handbook.roles.get(parts[0]?.role ?? "")?.title ?? parts[0]?.role ?? "";
  return text.run.notOfTheRole(login, title, holders.flat());
}
