import { type CivilDate, civilToday, fromEpochDay, toEpochDay } from "../../calendar/index.ts";
import type { ProcessDefinition, Step, StepId } from "../../definition/index.ts";
import {
  answeredStep,
  type Commitment,
  promiseDates,
  rolesInCharge,
  type SelectedTask,
} from "../../plan/index.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import type { ObservedBlocker, ObservedIssue } from "../observed/observed-run.ts";
import { peopleOfRole } from "../people/people-of-role.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { type ApproverPart, approverParts } from "./approver-parts.ts";
import { cancellationOf } from "./cancellation.ts";
import { currentAnchorDate } from "./current-anchor-date.ts";
import { goneSteps } from "./gone-steps.ts";
import { judgedThrough } from "./judged-work.ts";
import { knownAnswers } from "./known-answers.ts";
import { openQuestion } from "./open-question.ts";
import { peopleGiven } from "./people-given.ts";
import { type PromisedDays, promisedDays } from "./promised-days.ts";
import { frameOfRun } from "./promises-after-entry.ts";
import { holds, type Siblings, siblingWaitsOf } from "./siblings-of-run.ts";
import { type TaskProgress, taskProgressOf } from "./task-progress.ts";
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
  const frame: Frame = {
    facts,
    today: civilToday(now, timeZone),
    timeZone,
    isCancelled: cancellationOf(ledger) !== undefined,
    days: daysOfTasks(facts),
  };
  const tasks = new Map<StepId, UndatedTask>();
  const added = ledger.entries.filter((entry) => entry.kind === "added");
  for (const selected of tasksOfRun(ledger, definition)) {
    const own = added.find(({ step }) => step === selected.id);
    const task = own ? addedTask(own, selected, tasks, frame) : plannedTask(selected, tasks, frame);
    tasks.set(selected.id, task);
  }
  const dated = withOutlook(tasks, frame);
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

interface Frame {
  readonly facts: RunFacts;
  readonly today: CivilDate;
  readonly timeZone: string;
  readonly isCancelled: boolean;
  readonly days: ReadonlyMap<StepId, PromisedDays>;
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

function plannedTask(
  selected: SelectedTask,
  tasks: ReadonlyMap<StepId, UndatedTask>,
  frame: Frame,
): UndatedTask {
  const { facts, days } = frame;
  const { id, step, dependsOn } = selected;
  const baseline = facts.ledger.baseline.get(id);
  const { datesAtEnd, ...progress } = taskProgressOf(id, facts.ledger, facts.definition);
  const predecessors = waitedFor(selected, frame).flatMap((other) => tasks.get(other) ?? []);
  // The first steps of a run that is a step itself wait for what that step waits for.
  const blockers = dependsOn.length === 0 ? facts.waitsFor : [];
  const siblings = siblingWaitsOf(step, facts.siblings);
  const isReleased =
    predecessors.every((task) => task.endedAt !== undefined) &&
    blockers.every(({ state }) => state === "closed") &&
    !siblings.some(holds);
  const isReady = isReleased && !selected.conditional;
  const isRunning = !frame.isCancelled && progress.endedAt === undefined;
  const isOverTask = (other: StepId) => tasks.get(other)?.endedAt !== undefined;
  const question =
    isReleased && isRunning
      ? openQuestion(step, knownAnswers(facts.ledger, facts.definition), facts.definition, isOverTask)
      : undefined;
  const [plannedStart, dueDate] = days.get(id) ?? [frame.today, frame.today];
  const isOverNow = progress.endedAt !== undefined;
  return {
    selected,
    step: id,
    title: step.title,
    kind: step.kind,
    definition: step,
    roles: rolesInCharge(step),
    ...inChargeOf(selected, progress, frame),
    ...(question && { question, awaited: askedAbout(step, frame) }),
    dependsOn,
    ...(siblings.length > 0 && { siblings }),
    plannedStart,
    dueDate,
    ...datesAtEnd,
    ...progress,
    status:
      frame.isCancelled && !isOverNow ? "cancelled" : (progress.status ?? (isReady ? "ready" : "planned")),
    baselineDueDate: baseline?.due ?? dueDate,
    readyAt: isReleased
      ? latest([
          facts.ledger.startedAt ?? facts.now,
          ...answersFor(step, facts.ledger),
          ...predecessors.map((task) => task.endedAt ?? ""),
          ...blockers.map(({ closedAt }) => closedAt ?? ""),
          ...siblings.map(({ endedAt }) => endedAt ?? ""),
        ])
      : undefined,
    isLeftOut: false,
    issue: facts.issues.get(id),
  };
}

/** What has to be over before a step has its turn: what it waits for, and all that an approval judges, lest it be judged half done. */
function waitedFor({ id, step, dependsOn }: SelectedTask, { facts }: Frame): readonly StepId[] {
  return step.kind === "approval"
    ? [...new Set([...dependsOn, ...judgedThrough(facts.definition, id, facts.ledger)])]
    : dependsOn;
}

/** Whoever started the run knows what it needs; else whoever answers for the step. */
function askedAbout({ accountable }: Step, { facts }: Frame): readonly string[] {
  if (facts.starter !== undefined) return [facts.starter];
  return [accountable, facts.definition.processOwner]
    .flatMap((role) => peopleOfRole(role, facts).everyone)
    .slice(0, 1);
}

/** When the questions that a step rests on were answered, where the start form had left them open. */
function answersFor({ when }: Step, { entries }: Ledger): readonly string[] {
  return entries.flatMap((entry) =>
    entry.kind === "answered" && when.some(({ subject }) => subject === entry.subject) ? [entry.at] : [],
  );
}

function inChargeOf(
  { id, step }: SelectedTask,
  { approvedBy }: TaskProgress,
  frame: Frame,
): Pick<TaskState, "people" | "awaited" | "parts"> {
  const { ledger } = frame.facts;
  const atStart = peopleGiven(id, ledger) ?? firstInLine(step, frame);
  if (step.kind !== "approval") {
    const people = peopleOf(id, atStart, frame);
    return { people, awaited: people, parts: [] };
  }
  const parts = approverParts(step, atStart, frame.facts);
  const open = parts.filter(({ role }) => !approvedBy.some((approval) => approval.role === role));
  return { people: peopleIn(parts), awaited: peopleIn(open), parts };
}

/** The people of a step that was not in the plan the run began with. */
function firstInLine(step: Step, { facts }: Frame): readonly string[] {
  const found = rolesInCharge(step).flatMap((role) => peopleOfRole(role, facts).everyone.slice(0, 1));
  return [...new Set(found)];
}

function peopleIn(parts: readonly ApproverPart[]): readonly string[] {
  return [...new Set(parts.flatMap(({ people }) => people))];
}

function peopleOf(step: StepId, planned: readonly string[], { facts }: Frame): readonly string[] {
  const handed = facts.ledger.entries.findLast((entry) => entry.kind === "handed" && entry.step === step);
  return handed?.kind === "handed" ? handed.to : planned;
}

function leftOutTask(id: StepId, title: string, frame: Frame): TaskState {
  const { ledger, definition, issues } = frame.facts;
  const written = definition.steps.find((candidate) => candidate.id === id);
  const step = written && answeredStep(written, definition, knownAnswers(ledger, definition));
  const baseline = ledger.baseline.get(id);
  const [start, due] = promisedDays(ledger).get(id) ?? [frame.today, frame.today];
  const date = baseline?.due ?? due;
  return {
    step: id,
    title,
    kind: step?.kind ?? "task",
    definition: step,
    roles: step?.roles ?? [],
    people: peopleGiven(id, ledger) ?? [],
    awaited: [],
    parts: [],
    dependsOn: [],
    status: "cancelled",
    isLate: false,
    isHeldUp: false,
    isAtRisk: false,
    plannedStart: baseline?.start ?? start,
    dueDate: date,
    baselineDueDate: date,
    expectedDate: date,
    slackBusinessDays: 0,
    reopenCount: 0,
    approvedBy: [],
    isLeftOut: true,
    critical: false,
    issue: issues.get(id),
  };
}

function addedTask(
  entry: Extract<LedgerEntry, { kind: "added" }>,
  selected: SelectedTask,
  tasks: ReadonlyMap<StepId, UndatedTask>,
  frame: Frame,
): UndatedTask {
  const { ledger, definition, issues } = frame.facts;
  const { datesAtEnd, ...progress } = taskProgressOf(entry.step, ledger, definition);
  const [, dueDate] = frame.days.get(entry.step) ?? [entry.date, entry.date];
  const issue = issues.get(entry.step);
  const people = peopleOf(entry.step, [entry.person], frame);
  const predecessors = selected.dependsOn.flatMap((id) => tasks.get(id) ?? []);
  const isReady = predecessors.every(({ endedAt }) => endedAt !== undefined);
  // Taken off the run again by hand: it was not ours to make, so it is not made anew.
  const isTakenOff = entry.comment === null && issue === undefined;
  const isGone = frame.isCancelled || isTakenOff;
  const begun = civilToday(entry.at, frame.timeZone);
  return {
    selected,
    step: entry.step,
    title: entry.title,
    kind: "task",
    roles: [],
    people,
    awaited: people,
    parts: [],
    dependsOn: selected.dependsOn,
    plannedStart: begun < dueDate ? begun : dueDate,
    dueDate,
    ...datesAtEnd,
    ...progress,
    status: progress.status ?? (isGone ? "cancelled" : isReady ? "ready" : "planned"),
    baselineDueDate: entry.date,
    readyAt: isReady ? latest([entry.at, ...predecessors.map(({ endedAt }) => endedAt ?? "")]) : undefined,
    isLeftOut: isTakenOff,
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
