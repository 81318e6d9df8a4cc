import type { StepId } from "../../definition/index.ts";
import type { Account } from "../people/account.ts";
import { giftsOfChild } from "../people/gifts-of-child.ts";
import { giftsOfRun } from "../people/gifts-of-run.ts";
import { isKnownAs } from "../people/is-known-as.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { starterOf } from "../people/starter-of.ts";
import { judgedWork } from "../state/judged-work.ts";
import type { TaskState } from "../state/task-state.ts";
import { approvalsSettledBy } from "./approvals-settled-by.ts";
import type { RightsFacts } from "./claim-of.ts";

type KeptOutFacts = Pick<RightsFacts, "ledger" | "state" | "definition" | "handbook" | "run">;

/**
 * Those who gave judged work to one of some people, with a command, by hand, with a newer text or in the start form, also where that was taken back, and so kept
 * them from answering for the approval of it: they take nobody's place there. Work inside a step that is a run of its own is meant too, at any depth. Empty where
 * nobody else did. Without a step, those who gave them any step of the run.
 */
export function keptOutBy(
  people: readonly string[],
  task: TaskState | undefined,
  facts: KeptOutFacts,
): readonly Account[] {
  if (people.length === 0) return [];
  const { ledger, state } = facts;
  const isAmong = (account: Account) =>
    people.some((person) => isSamePerson(person, account.login) || isKnownAs(person, account, ledger));
  const judged = judgedFor(task, facts);
  const isMeant = (step: StepId | undefined) => step === undefined || (judged?.has(step) ?? true);
  const startedBy = starterOf({ ledger, observed: facts });
  const own = giftsOfRun(ledger, startedBy).filter(({ step }) => isMeant(step));
  const inside = state.tasks
    .filter(({ step }) => step === task?.step || isMeant(step))
    .flatMap(({ issue }) => giftsOfChild(issue));
  return [...own, ...inside].flatMap(({ by = startedBy, to }) =>
    by !== undefined && !isAmong(by) && to.some(isAmong) ? [by] : [],
  );
}

/** The work that the approvals judge which a step is or which hang on it; nothing where no step is meant. */
function judgedFor(
  task: TaskState | undefined,
  { ledger, definition, handbook }: KeptOutFacts,
): ReadonlySet<StepId> | undefined {
  if (task === undefined) return undefined;
  const approvals =
    task.kind === "approval" ? [task.step] : approvalsSettledBy(task, { definition, handbook });
  return new Set(approvals.flatMap((approval) => [...judgedWork(definition, approval, ledger)]));
}
