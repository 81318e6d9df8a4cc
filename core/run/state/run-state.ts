import type { CivilDate, WorkCalendar } from "../../calendar/index.ts";
import { civilToday } from "../../calendar/index.ts";
import type { ProcessDefinition, Step, StepId } from "../../definition/index.ts";
import { workCalendarOf } from "../../holidays/index.ts";
import type { PlannedTask } from "../../plan/index.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import type { ObservedBlocker, ObservedIssue } from "../observed/observed-run.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { type ApproverPart, approverParts } from "./approver-parts.ts";
import { cancellationOf } from "./cancellation.ts";
import { lengthOfChild } from "./length-of-child.ts";
import { currentAnchorDate, planOfRun } from "./plan-of-run.ts";
import { taskDatesOf } from "./task-dates.ts";
import { type TaskProgress, taskProgressOf } from "./task-progress.ts";
import type { RunState, TaskState } from "./task-state.ts";

/** What {@link runStateOf} looks at. */
export interface RunFacts {
  readonly ledger: Ledger;
  readonly definition: ProcessDefinition;
  readonly handbook: RunHandbook;
  /** The issue of each step, as observed. */
  readonly issues: ReadonlyMap<StepId, ObservedIssue>;
  /** What the run waits for as a step of another one; empty for every other run. */
  readonly waitsFor: readonly ObservedBlocker[];
  readonly now: string;
}

/**
 * Where a run stands: the ledger's entries folded over its plan. What GitHub shows beyond the ledger does not count
 * here; it becomes an entry first.
 */
export function runStateOf(facts: RunFacts): RunState {
  const { ledger, definition, handbook, now } = facts;
  const calendar = workCalendarOf(handbook.handbook.config);
  const today = civilToday(now, handbook.handbook.config.timeZone);
  const plan = planOfRun(ledger, definition, handbook, now);
  const isCancelled = cancellationOf(ledger) !== undefined;
  const timeZone = handbook.handbook.config.timeZone;
  const tasks = new Map<StepId, TaskState>();
  const frame: Frame = { facts, calendar, today, timeZone, isCancelled, tasks };
  for (const planned of plan.tasks) tasks.set(planned.step, taskStateOf(planned, frame));
  for (const step of definition.steps) {
    if (!tasks.has(step.id) && ledger.baseline.has(step.id)) tasks.set(step.id, leftOutTask(step.id, frame));
  }
  for (const entry of ledger.entries) {
    if (entry.kind === "added") tasks.set(entry.step, addedTask(entry, frame));
  }
  const all = [...inWrittenOrder(definition, tasks)];
  return {
    anchorDate: currentAnchorDate(ledger),
    today,
    tasks: all,
    waitsFor: facts.waitsFor,
    outcome: outcomeOf(all, isCancelled),
  };
}

interface Frame {
  readonly facts: RunFacts;
  readonly calendar: WorkCalendar;
  readonly today: CivilDate;
  readonly timeZone: string;
  readonly isCancelled: boolean;
  /** The tasks worked out so far; those a task waits for come before it. */
  readonly tasks: ReadonlyMap<StepId, TaskState>;
}

function taskStateOf(planned: PlannedTask, frame: Frame): TaskState {
  const { facts, today } = frame;
  const definition = facts.definition.steps.find((step) => step.id === planned.step);
  const baseline = facts.ledger.baseline.get(planned.step);
  const { datesAtEnd, ...progress } = taskProgressOf(planned.step, facts.ledger, facts.definition);
  const predecessors = planned.dependsOn.flatMap((id) => frame.tasks.get(id) ?? []);
  // The first steps of a run that is a step itself wait for what that step waits for.
  const blockers = planned.dependsOn.length === 0 ? facts.waitsFor : [];
  const isReady =
    !planned.conditional &&
    predecessors.every((task) => task.endedAt !== undefined) &&
    blockers.every(({ state }) => state === "closed");
  const datesNow = taskDatesOf({
    planned,
    predecessors,
    blockers,
    hasOffset: definition?.dueOffset !== undefined,
    needed: lengthOfChild(planned, definition?.process, { ...facts, calendar: frame.calendar }),
    ledger: facts.ledger,
    calendar: frame.calendar,
    timeZone: frame.timeZone,
    today,
  });
  const dates = { ...datesNow, ...datesAtEnd };
  const isOverNow = progress.endedAt !== undefined;
  const status =
    frame.isCancelled && !isOverNow ? "cancelled" : (progress.status ?? (isReady ? "ready" : "planned"));
  return {
    step: planned.step,
    title: planned.title,
    kind: planned.kind,
    definition,
    roles: planned.roles,
    ...inChargeOf(planned, definition, progress, frame),
    dependsOn: planned.dependsOn,
    ...dates,
    ...progress,
    status,
    isOverdue: status === "ready" && dates.dueDate < today,
    baselineDueDate: baseline?.due ?? planned.dueDate,
    readyAt: isReady
      ? latest([
          facts.ledger.startedAt ?? facts.now,
          ...predecessors.map((task) => task.endedAt ?? ""),
          ...blockers.map(({ closedAt }) => closedAt ?? ""),
        ])
      : undefined,
    isLeftOut: false,
    critical: planned.critical,
    issue: facts.issues.get(planned.step),
  };
}

function inChargeOf(
  planned: PlannedTask,
  step: Step | undefined,
  { approvedBy }: TaskProgress,
  frame: Frame,
): Pick<TaskState, "people" | "awaited" | "parts"> {
  const { ledger } = frame.facts;
  const atStart = ledger.baseline.get(planned.step)?.people ?? planned.assignees;
  if (step?.kind !== "approval") {
    const people = peopleOf(planned.step, atStart, frame);
    return { people, awaited: people, parts: [] };
  }
  const parts = approverParts(step, atStart, frame.facts);
  const open = parts.filter(({ role }) => !approvedBy.some((approval) => approval.role === role));
  return { people: peopleIn(parts), awaited: peopleIn(open), parts };
}

function peopleIn(parts: readonly ApproverPart[]): readonly string[] {
  return [...new Set(parts.flatMap(({ people }) => people))];
}

function peopleOf(step: StepId, planned: readonly string[], { facts }: Frame): readonly string[] {
  const handed = facts.ledger.entries.findLast((entry) => entry.kind === "handed" && entry.step === step);
  return handed?.kind === "handed" ? handed.to : planned;
}

function leftOutTask(id: StepId, frame: Frame): TaskState {
  const { ledger, definition, issues } = frame.facts;
  const step = definition.steps.find((candidate) => candidate.id === id);
  const baseline = ledger.baseline.get(id);
  const date = baseline?.due ?? frame.today;
  return {
    step: id,
    title: step?.title ?? id,
    kind: step?.kind ?? "task",
    definition: step,
    roles: step?.roles ?? [],
    people: baseline?.people ?? [],
    awaited: [],
    parts: [],
    dependsOn: [],
    status: "cancelled",
    isOverdue: false,
    plannedStart: baseline?.start ?? date,
    dueDate: date,
    baselineDueDate: date,
    forecastDate: date,
    reopenCount: 0,
    approvedBy: [],
    isLeftOut: true,
    critical: false,
    issue: issues.get(id),
  };
}

function addedTask(entry: Extract<LedgerEntry, { kind: "added" }>, frame: Frame): TaskState {
  const { datesAtEnd, ...progress } = taskProgressOf(entry.step, frame.facts.ledger, frame.facts.definition);
  const set = frame.facts.ledger.entries.findLast(
    (other) => other.kind === "due" && other.step === entry.step,
  );
  const dueDate = datesAtEnd?.dueDate ?? (set?.kind === "due" ? set.date : entry.date);
  const issue = frame.facts.issues.get(entry.step);
  const people = peopleOf(entry.step, [entry.person], frame);
  // Taken off the run again by hand: it was not ours to make, so it is not made anew.
  const isTakenOff = entry.comment === null && issue === undefined;
  const status = progress.status ?? (frame.isCancelled || isTakenOff ? "cancelled" : "ready");
  return {
    step: entry.step,
    title: entry.title,
    kind: "task",
    roles: [],
    people,
    awaited: people,
    parts: [],
    dependsOn: [],
    ...progress,
    status,
    isOverdue: status === "ready" && dueDate < frame.today,
    plannedStart: civilToday(entry.at, frame.timeZone),
    dueDate,
    baselineDueDate: entry.date,
    forecastDate: dueDate < frame.today ? frame.today : dueDate,
    readyAt: entry.at,
    isLeftOut: isTakenOff,
    critical: false,
    issue,
  };
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

function latest(instants: readonly string[]): string {
  return instants.reduce((last, instant) => (instant > last ? instant : last), "");
}
