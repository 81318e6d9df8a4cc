import type { StepId } from "../../definition/index.ts";
import { doerOf } from "../ledger/doer-of.ts";
import type { LedgerEntry } from "../ledger/ledger.ts";
import type { Account } from "../people/account.ts";
import { isKnownAs } from "../people/is-known-as.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { starterOf } from "../people/starter-of.ts";
import { childOfStep } from "../state/child-of-step.ts";
import { judgedWork } from "../state/judged-work.ts";
import type { TaskState } from "../state/task-state.ts";
import { approvalsHangingOn } from "./approvals-hanging-on.ts";
import type { RightsFacts } from "./claim-of.ts";

type KeptOutFacts = Pick<RightsFacts, "ledger" | "state" | "definition" | "handbook" | "run">;

/**
 * Those who gave judged work to one of some people, with a command, by hand or in the start form, also where that was taken back, and so kept them
 * from answering for the approval of it: they take nobody's place there. Work inside a step that is a run of its own is meant too. Empty where nobody
 * else did. Without a step, those who gave them any step of the run.
 */
export function keptOutBy(
  people: readonly string[],
  task: TaskState | undefined,
  facts: KeptOutFacts,
): readonly Account[] {
  if (people.length === 0) return [];
  const { ledger, state, handbook } = facts;
  const isAmong = (account: Account) =>
    people.some((person) => isSamePerson(person, account.login) || isKnownAs(person, account, ledger));
  const judged = judgedFor(task, facts);
  const isMeant = (step: StepId) => judged?.has(step) ?? true;
  const own = ledger.entries.filter((entry) => "step" in entry && isMeant(entry.step ?? ""));
  const inside = state.tasks
    .filter((other) => other.step === task?.step || isMeant(other.step))
    .flatMap((other) => childOfStep(other, handbook)?.ledger.entries ?? []);
  const givers = [...own, ...inside]
    .filter((entry) => givenTo(entry).some(isAmong) && !isAmong(doerOf(entry)))
    .map(doerOf);
  const starter =
    [...ledger.peopleByRole.values()].flat().some((login) => isAmong({ login, id: null })) &&
    starterOf({ ledger, observed: facts });
  return starter && !isAmong(starter) ? [...givers, starter] : givers;
}

/** Whom an entry gives a step to; of one that was taken back, whose accounts had the step before it or by it. */
function givenTo(entry: LedgerEntry): readonly Account[] {
  if (entry.kind === "handed")
    return entry.to.map((login) => ({ login, id: entry.toIds?.get(login.toLowerCase()) ?? null }));
  if (entry.kind === "undone" && entry.of === "handed")
    return (entry.hadBy ?? []).map((id) => ({ login: "", id }));
  return entry.kind === "added" ? [{ login: entry.person, id: null }] : [];
}

/** The work that the approvals judge which a step is or which hang on it; nothing where no step is meant. */
function judgedFor(
  task: TaskState | undefined,
  { ledger, definition, handbook }: KeptOutFacts,
): ReadonlySet<StepId> | undefined {
  if (task === undefined) return undefined;
  const approvals =
    task.kind === "approval" ? [task.step] : approvalsHangingOn(task.step, definition, handbook);
  return new Set(approvals.flatMap((approval) => [...judgedWork(definition, approval, ledger)]));
}
