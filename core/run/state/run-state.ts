import { civilToday, fromEpochDay, toEpochDay } from "../../calendar/index.ts";
import type { ProcessDefinition, StepId } from "../../definition/index.ts";
import { type Commitment, promiseDates } from "../../plan/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { ObservedBlocker, ObservedIssue } from "../observed/observed-run.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { addedTask } from "./added-task.ts";
import { cancellationOf } from "./cancellation.ts";
import { currentAnchorDate } from "./current-anchor-date.ts";
import { goneSteps } from "./gone-steps.ts";
import { leftOutTask } from "./left-out-task.ts";
import { peopleGiven } from "./people-given.ts";
import { plannedTask } from "./planned-task.ts";
import { type PromisedDays, promisedDays } from "./promised-days.ts";
import { frameOfRun } from "./promises-after-entry.ts";
import type { Siblings } from "./siblings-of-run.ts";
import type { TaskFrame } from "./task-frame.ts";
import type { RunState, TaskState } from "./task-state.ts";
import { tasksOfRun } from "./tasks-of-run.ts";
import { type UndatedTask, withOutlook } from "./with-outlook.ts";

/** What {@link runStateOf} looks at. */
export interface RunFacts {
  readonly ledger: Ledger;
  readonly definition: ProcessDefinition;
  readonly handbook: RunHandbook;
  /** The issue of each step, as observed. */
  readonly issues: ReadonlyMap<StepId, ObservedIssue>;
  /** What the run waits for as a step of another one; empty for every other run. */
  readonly waitsFor: readonly ObservedBlocker[];
  /** What is known of the runs beside it. */
  readonly siblings: Siblings;
  /** Who started the run, where somebody did: they are asked what the start form has left open. */
  readonly starter?: string | undefined;
  /** What other open runs ask of people, where a change of the plan is judged. */
  readonly elsewhere?: readonly Commitment[] | undefined;
  readonly now: string;
}

/**
 * Where a run stands: the ledger's entries folded over its plan. What GitHub shows beyond the ledger does not count
 * here; it becomes an entry first.
 */
export function runStateOf(facts: RunFacts): RunState {
  const { ledger, definition, handbook, now } = facts;
  const { timeZone } = handbook.handbook.config;
  const cancelled = cancellationOf(ledger);
  const frame: TaskFrame = {
    facts,
    today: civilToday(now, timeZone),
    timeZone,
    isCancelled: cancelled !== undefined,
    days: daysOfTasks(facts),
  };
  const tasks = new Map<StepId, UndatedTask>();
  const added = ledger.entries.filter((entry) => entry.kind === "added");
  for (const selected of tasksOfRun(ledger, definition)) {
    const own = added.find(({ step }) => step === selected.id);
    const task = own ? addedTask(own, selected, tasks, frame) : plannedTask(selected, tasks, frame);
    tasks.set(selected.id, task);
  }
  // What was expected of a run that was cancelled stays as it was on that day.
  const dated = withOutlook(
    tasks,
    cancelled ? { ...frame, today: civilToday(cancelled.at, timeZone) } : frame,
  );
  for (const step of definition.steps) {
    if (!dated.has(step.id) && peopleGiven(step.id, ledger) !== undefined)
      dated.set(step.id, leftOutTask(step.id, step.title, frame));
  }
  for (const [id, title] of goneSteps(ledger)) {
    if (!dated.has(id) && facts.issues.has(id)) dated.set(id, leftOutTask(id, title, frame));
  }
  const all = [...inWrittenOrder(definition, dated)];
  return {
    anchorDate: currentAnchorDate(ledger),
    today: frame.today,
    tasks: all,
    waitsFor: facts.waitsFor,
    siblings: facts.siblings,
    outcome: outcomeOf(all, frame.isCancelled),
  };
}

/** The promised days of every task; one that has joined the run since is dated as in a first plan until an entry keeps its date. */
function daysOfTasks(facts: RunFacts): Map<StepId, PromisedDays> {
  const { ledger, definition } = facts;
  const promised = promisedDays(ledger);
  const tasks = tasksOfRun(ledger, definition);
  if (tasks.every(({ id }) => promised.has(id))) return promised;
  const kept = new Map(
    [...promised].map(([id, [start, due]]) => [
      id,
      { plannedStart: toEpochDay(start), due: toEpochDay(due) },
    ]),
  );
  const dated = promiseDates(tasks, frameOfRun(ledger, facts), { kept, endedOn: new Map() });
  return new Map(
    [...dated].map(([id, own]) => [id, [fromEpochDay(own.plannedStart), fromEpochDay(own.due)] as const]),
  );
}

function* inWrittenOrder(
  definition: ProcessDefinition,
  tasks: ReadonlyMap<StepId, TaskState>,
): Generator<TaskState> {
  const written = definition.steps.map((step) => step.id);
  for (const id of written) {
    const task = tasks.get(id);
    if (task) yield task;
  }
  for (const [id, task] of tasks) if (!written.includes(id)) yield task;
}

function outcomeOf(tasks: readonly TaskState[], isCancelled: boolean): RunState["outcome"] {
  if (isCancelled) return "cancelled";
  return tasks.every((task) => task.isLeftOut || task.endedAt !== undefined) ? "completed" : "running";
}
