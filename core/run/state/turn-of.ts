import { type ProcessDefinition, votesNeeded } from "../../definition/index.ts";
import type { FinishedStep, Turn } from "../../text/index.ts";
import { collectedValues } from "../collect/collected-values.ts";
import { doerOf } from "../ledger/doer-of.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { RunIssues } from "../observed/observed-run.ts";
import { countPeople } from "../people/account.ts";
import { eachOnce } from "../people/each-once.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { chosenByJudged } from "../rights/chosen-by-judged.ts";
import { judgedPeople } from "../rights/judged-people.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { isLeftUnapproved } from "./approvals-in-wait.ts";
import { openParts } from "./approver-parts.ts";
import { judgedWork } from "./judged-work.ts";
import type { RunState, TaskState } from "./task-state.ts";

/** What {@link turnOf} looks at. */
export interface TurnFacts {
  readonly task: TaskState;
  readonly state: RunState;
  readonly definition: ProcessDefinition;
  readonly handbook: RunHandbook;
  readonly ledger: Ledger;
  readonly observed: Pick<RunIssues, "run">;
}

/** A task as the person whose turn it is hears of it. */
export function turnOf(facts: TurnFacts): Turn {
  const { task, state, definition, ledger } = facts;
  return {
    title: task.title,
    people: task.awaited,
    dueDate: task.dueDate,
    expectedDate: task.isAtRisk ? task.expectedDate : undefined,
    plannedFor: task.dueDate === task.baselineDueDate ? undefined : task.baselineDueDate,
    kind: task.kind,
    options: task.definition?.options ?? [],
    collect: task.definition?.collect ?? [],
    policy: task.definition?.policy ?? "all",
    dueTime: task.definition?.dueTime,
    agreed: task.status === "ready" ? [...new Set(task.approvedBy.map(({ by }) => by))] : [],
    ownWork: ownWork(facts),
    chosen: chosen(facts),
    spokenFor: spokenFor(task),
    judged: judgedTasks(task, state, definition, ledger).map(({ title, issue }) => ({
      title,
      issue: issue?.number,
    })),
    outside: outsideOf(facts),
    question: task.question && { label: task.question.label, options: task.question.options },
  };
}

/** The titles of the roles outside the team that a step is with; empty as soon as somebody of the team has it. */
export function outsideOf({
  task,
  handbook,
}: {
  readonly task: Pick<TaskState, "people" | "roles">;
  readonly handbook: RunHandbook;
}): readonly string[] {
  if (task.people.length > 0) return [];
  return task.roles.flatMap((id) => {
    const role = handbook.handbook.roles.get(id);
    return role?.isOutside ? [role.title] : [];
  });
}

/** Those who are asked to judge their own work, which they cannot; nobody where enough others can agree. */
function ownWork({ task, observed, ...facts }: TurnFacts): readonly string[] {
  const judged = task.kind === "approval" ? judgedPeople(task, { ...facts, run: observed.run }) : [];
  const own = task.awaited.filter((person) => judged.some((other) => isSamePerson(other.login, person)));
  const { definition, approvedBy, awaited } = task;
  const needed =
    definition && definition.policy !== "all"
      ? votesNeeded(definition) - countPeople(approvedBy.map(doerOf))
      : awaited.length;
  return awaited.length - own.length >= needed ? [] : own;
}

/** Those who are asked to judge, and were chosen for that by somebody whose work it is. */
function chosen({ task, observed, ...facts }: TurnFacts): Turn["chosen"] {
  if (task.kind !== "approval") return [];
  const open = openParts(task.parts, task.approvedBy);
  return task.awaited.flatMap((login) => {
    const roles = open.filter(({ people }) => people.includes(login)).map(({ role }) => role);
    const giver = chosenByJudged({ login, id: null }, roles, { ...facts, task, run: observed.run });
    return giver === undefined ? [] : [{ login, by: giver.login }];
  });
}

/** Those who have a part of an approval that is open still, and have agreed to another: nobody speaks for two. */
export function spokenFor({
  kind,
  status,
  parts,
  approvedBy,
  awaited,
  definition,
}: TaskState): readonly string[] {
  const isAsked = kind === "approval" && status === "ready" && definition?.policy === "all";
  const people = isAsked ? openParts(parts, approvedBy).flatMap((part) => part.people) : [];
  return eachOnce(people.filter((login) => !awaited.includes(login)));
}

/** A task that is over, as the next person hears of it. */
export function finishedStepOf({
  task,
  state,
  definition,
  handbook,
  ledger,
}: Pick<TurnFacts, "task" | "state" | "definition" | "handbook" | "ledger">): FinishedStep {
  return {
    title: task.title,
    issue: task.issue?.number,
    by: task.endedBy === "" ? undefined : task.endedBy,
    outputs: task.definition?.outputs ?? [],
    wasSkipped: task.status === "skipped",
    isNotApproved: isLeftUnapproved(task, handbook),
    isCheckpoint: task.kind === "checkpoint",
    note: task.note ?? "",
    collected: collectedValues(task),
    approvedBy: [...new Set(task.approvedBy.map(({ by }) => by))],
    approved: judgedTasks(task, state, definition, ledger).map(({ title, issue }) => ({
      title,
      issue: issue?.number,
    })),
    outcome: task.outcome,
  };
}

function judgedTasks(
  task: TaskState,
  state: RunState,
  definition: ProcessDefinition,
  ledger: Ledger,
): TaskState[] {
  if (task.kind !== "approval") return [];
  const judged = judgedWork(definition, task.step, ledger);
  return state.tasks.filter((other) => judged.has(other.step) && !other.isLeftOut);
}
