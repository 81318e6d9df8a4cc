import { votesNeeded } from "../../definition/index.ts";
import { type Markdown, text } from "../../text/index.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { peopleOfRole } from "../people/people-of-role.ts";
import { type Claim, claimOf, judgedPeople, type RightsFacts } from "../rights/index.ts";
import type { ApproverPart } from "../state/approver-parts.ts";
import type { TaskState } from "../state/task-state.ts";

/** What {@link handoverProblem} looks at. */
export interface HandoverFacts extends RightsFacts {
  readonly task: TaskState;
  /** What whoever hands it on is to the approval. */
  readonly claim: Claim;
}

/**
 * Why a part of an approval cannot go to a person; nothing when it can. It never goes to somebody whose work is judged. An
 * approver gives their own part to somebody who holds its role or stands in for it, whoever answers for the step to anybody
 * of the team. Nobody gets a second part where more than one has to agree.
 */
export function handoverProblem(
  login: string,
  parts: readonly ApproverPart[],
  facts: HandoverFacts,
): Markdown | undefined {
  const { task, claim } = facts;
  const isAmong = (others: readonly string[]) => others.some((other) => isSamePerson(other, login));
  if (isAmong(judgedPeople(task, facts).map((account) => account.login)))
    return text.run.cannotJudgeOwnWork(login, task.title);
  const others = task.parts.filter((part) => !parts.includes(part));
  if (
    !(task.definition && votesNeeded(task.definition) === 1) &&
    others.some(({ people }) => isAmong(people))
  )
    return text.run.decidesAlready(login);
  if (claim.standings.has("accountable"))
    return claimOf({ login, id: null }, facts).standings.has("team")
      ? undefined
      : text.run.notOfTheTeam(login);
  const holders = parts.map(({ role }) => {
    const { people, deputies } = peopleOfRole(role, { ...facts, ledger: { peopleByRole: new Map() } });
    return [...people, ...deputies];
  });
  if (holders.every(isAmong)) return undefined;
  const title = facts.handbook.handbook.roles.get(parts[0]?.role ?? "")?.title ?? parts[0]?.role ?? "";
  return text.run.notOfTheRole(login, title, holders.flat());
}
