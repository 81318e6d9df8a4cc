import { doerOf } from "../ledger/doer-of.ts";
import type { LedgerEntry } from "../ledger/ledger.ts";
import type { Account } from "../people/account.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { starterOf } from "../people/starter-of.ts";
import { childOfStep } from "../state/child-of-step.ts";
import { judgedWork } from "../state/judged-work.ts";
import type { TaskState } from "../state/task-state.ts";
import { approvalsHangingOn } from "./approvals-hanging-on.ts";
import type { RightsFacts } from "./claim-of.ts";

type KeptOutFacts = Pick<RightsFacts, "ledger" | "definition" | "handbook" | "run">;

/**
 * Those who gave judged work to one of some people, with a command, by hand or in the start form, and so kept them from answering for the
 * approval of it: they take nobody's place there. Empty where nobody else did. Without a step, those who gave them any step of the run.
 */
export function keptOutBy(
  people: readonly string[],
  task: TaskState | undefined,
  facts: KeptOutFacts,
): readonly Account[] {
  if (people.length === 0) return [];
  const { ledger, handbook } = facts;
  const isAmong = (login: string) => people.some((person) => isSamePerson(person, login));
  const judged = judgedFor(task, facts);
  const own = ledger.entries.filter((entry) => "step" in entry && (judged?.has(entry.step ?? "") ?? true));
  const inside = task === undefined ? [] : (childOfStep(task, handbook)?.ledger.entries ?? []);
  const givers = [...own, ...inside]
    .filter((entry) => givenTo(entry).some(isAmong) && !isAmong(entry.by))
    .map(doerOf);
  const starter =
    [...ledger.peopleByRole.values()].flat().some(isAmong) && starterOf({ ledger, observed: facts });
  return starter && !isAmong(starter.login) ? [...givers, starter] : givers;
}

function givenTo(entry: LedgerEntry): readonly string[] {
  if (entry.kind === "handed") return entry.to;
  return entry.kind === "added" ? [entry.person] : [];
}

/** The work that the approvals judge which a step is or which hang on it; nothing where no step is meant. */
function judgedFor(
  task: TaskState | undefined,
  { ledger, definition, handbook }: KeptOutFacts,
): ReadonlySet<string> | undefined {
  if (task === undefined) return undefined;
  const approvals =
    task.kind === "approval" ? [task.step] : approvalsHangingOn(task.step, definition, handbook);
  return new Set(approvals.flatMap((approval) => [...judgedWork(definition, approval, ledger)]));
}
