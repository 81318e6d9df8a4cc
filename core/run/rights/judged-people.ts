import { doerOf } from "../ledger/doer-of.ts";
import type { LedgerEntry } from "../ledger/ledger.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import { startTextOf } from "../observed/start-text.ts";
import type { Account } from "../people/account.ts";
import { accountsKnownAs } from "../people/accounts-known-as.ts";
import { holdersOf } from "../people/holders-of.ts";
import { starterOf } from "../people/starter-of.ts";
import { workersOfRun } from "../people/workers-of-run.ts";
import { approvalsInWait } from "../state/approvals-in-wait.ts";
import { childOfStep } from "../state/child-of-step.ts";
import { judgedWork } from "../state/judged-work.ts";
import { ledgerOfChild } from "../state/ledger-of-child.ts";
import { peopleGiven } from "../state/people-given.ts";
import { peopleNow } from "../state/people-now.ts";
import type { TaskState } from "../state/task-state.ts";
import { readStarterAbove } from "../step-issue/index.ts";
import { approvalsSettledBy } from "./approvals-settled-by.ts";
import type { RightsFacts } from "./claim-of.ts";

type JudgedFacts = Pick<RightsFacts, "ledger" | "state" | "definition" | "handbook" | "run">;

/**
 * Those whose work is judged by an approval, by one that waits in the run that a step is, or by one that hangs on a decision, on a value that is entered in a
 * step or on the question that it asks: empty for a step that has nothing to do with an approval. Without a step, those whose work is judged by an approval that
 * waits in a run inside another one; empty for every other run.
 */
export function judgedPeople(task: TaskState | undefined, facts: JudgedFacts): readonly Account[] {
  return approvalsMeant(task, facts).flatMap((meant) =>
    meant.kind === "approval" ? judgedBy(meant, facts) : judgedInChild(meant, facts),
  );
}

/** Those approvals, and the steps that are runs in which they wait. */
export function approvalsMeant(task: TaskState | undefined, facts: JudgedFacts): readonly TaskState[] {
  if (task === undefined) return isChildRun(facts.run) ? approvalsInWait(facts.state, facts.handbook) : [];
  if (task.kind === "approval") return [task];
  const hanging = new Set(approvalsSettledBy(task, facts));
  return [task, ...facts.state.tasks.filter(({ step }) => hanging.has(step))];
}

/** Those whose work is judged by the approvals still to be given of the run that a step is, as its notes have it; empty for every other step. */
function judgedInChild(task: TaskState, { handbook }: JudgedFacts): readonly Account[] {
  const child = childOfStep(task, handbook);
  if (child === undefined || task.issue === undefined) return [];
  return judgedPeople(undefined, { ...child, handbook, run: task.issue });
}

/**
 * Those whose work an approval judges: everybody who had one of the judged steps, or of those added before it, when it was its turn, or ended it, in this
 * round or an earlier one, or wrote in it before, whatever they are called since; of a step that is a run of its own, everybody who had or ended a
 * step of that. Where `approvals: locked` and `starterApproves: false` stand in handbook.yml, whoever started the run too, or
 * the run above. An account
 * may be in it twice, or once by its id with an empty login.
 */
function judgedBy(
  approval: TaskState,
  { ledger, state, definition, handbook, run }: JudgedFacts,
): readonly Account[] {
  const { approvals, starterApproves } = handbook.handbook.config;
  const work = judgedWork(definition, approval.step, ledger);
  const tasks = state.tasks.filter(({ step, isLeftOut }) => work.has(step) && !isLeftOut);
  const startedBy = starterOf({ ledger, observed: { run } }) ?? readStarterAbove(startTextOf(run));
  const isStarterJudged = approvals === "locked" && !starterApproves;
  const people = [
    ...(isStarterJudged && startedBy ? [startedBy] : []),
    ...tasks.flatMap((task) => [
      ...task.people.flatMap((login) => accountsKnownAs(login, ledger)),
      ...(task.issue ? holdersOf(task.issue).map(byLogin) : []),
      ...peopleBefore(task, ledger),
      ...peopleOfChild(task),
    ]),
  ];
  return people.filter(({ login, id }) => login !== "" || id !== null);
}

/**
 * Who ended the step in any round, and who had it then; who had it in its turn until it passed to others; and who wrote in its text, or
 * said that it was done, at any time. Whoever was only named, and gave it away before its turn came, has done nothing.
 */
function peopleBefore({ step, readyAt, endedBy }: TaskState, ledger: JudgedFacts["ledger"]): Account[] {
  const isSinceTurn = ({ at }: LedgerEntry) => readyAt !== undefined && at >= readyAt;
  return [
    byLogin(endedBy ?? ""),
    ...ledger.entries.flatMap((entry, index) => {
      if (entry.kind === "upgraded") {
        if (!entry.people.has(step) || !(entry.inTurn?.includes(step) || isSinceTurn(entry))) return [];
        const earlier = { ...ledger, entries: ledger.entries.slice(0, index) };
        const people = peopleNow(step, peopleGiven(step, earlier) ?? [], earlier);
        return people.flatMap((login) => accountsKnownAs(login, ledger));
      }
      if (!("step" in entry) || entry.step !== step) return [];
      if (isEndOrClaim(entry)) return [doerOf(entry), ...hadBy(entry)];
      if (entry.kind === "worked") return [doerOf(entry)];
      return isSinceTurn(entry) || ("inTurn" in entry && entry.inTurn === true)
        ? handedOnBy(entry, ledger)
        : [];
    }),
  ];
}

/** Whether an entry says that a step was done, perhaps until that was taken back. */
function isEndOrClaim(entry: LedgerEntry): boolean {
  const { kind } = entry;
  if (kind === "undone") return entry.of === "closed";
  return kind === "closed" || kind === "skipped" || kind === "decided";
}

/** Who had the step until a hand-over; of one that was taken back, who had it for a time. */
function handedOnBy(entry: LedgerEntry, ledger: JudgedFacts["ledger"]): Account[] {
  if (entry.kind === "undone") return entry.of === "handed" ? hadBy(entry) : [];
  if (entry.kind !== "handed") return [];
  return [...(entry.from ?? []).flatMap((login) => accountsKnownAs(login, ledger)), ...hadBy(entry)];
}

function peopleOfChild({ kind, issue }: TaskState): readonly Account[] {
  const child = kind === "process" ? ledgerOfChild(issue) : undefined;
  return child ? workersOfRun(child) : [];
}

function byLogin(login: string): Account {
  return { login, id: null };
}

function hadBy(entry: LedgerEntry): Account[] {
  return (entry.hadBy ?? []).map((id) => ({ login: "", id }));
}
