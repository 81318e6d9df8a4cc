import { type Step, type StepId, votesNeeded } from "../../definition/index.ts";
import { rolesInCharge, type SelectedTask } from "../../plan/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { hasAgreed } from "../people/has-agreed.ts";
import { peopleOfRole } from "../people/people-of-role.ts";
import { type ApproverPart, approverParts, openParts } from "./approver-parts.ts";
import { judgedThrough } from "./judged-work.ts";
import { knownAnswers } from "./known-answers.ts";
import { latestInstant } from "./latest-instant.ts";
import { openQuestion } from "./open-question.ts";
import { peopleGiven } from "./people-given.ts";
import { peopleNow } from "./people-now.ts";
import { holds, siblingWaitsOf } from "./siblings-of-run.ts";
import type { TaskFrame } from "./task-frame.ts";
import { type TaskProgress, taskProgressOf } from "./task-progress.ts";
import type { TaskState } from "./task-state.ts";
import type { UndatedTask } from "./with-outlook.ts";

/** Where a step of the plan stands. `tasks` are those before it. */
export function plannedTask(
  selected: SelectedTask,
  tasks: ReadonlyMap<StepId, UndatedTask>,
  frame: TaskFrame,
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
      ? latestInstant([
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
function waitedFor({ id, step, dependsOn }: SelectedTask, { facts }: TaskFrame): readonly StepId[] {
  return step.kind === "approval"
    ? [...new Set([...dependsOn, ...judgedThrough(facts.definition, id, facts.ledger)])]
    : dependsOn;
}

/** Whoever started the run knows what it needs; else whoever answers for the step. */
function askedAbout({ accountable }: Step, { facts }: TaskFrame): readonly string[] {
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
  frame: TaskFrame,
): Pick<TaskState, "people" | "awaited" | "parts"> {
  const { ledger } = frame.facts;
  const atStart = peopleGiven(id, ledger) ?? firstInLine(step, frame);
  if (step.kind !== "approval") {
    const people = peopleNow(id, atStart, ledger);
    return { people, awaited: people, parts: [] };
  }
  const parts = approverParts(step, atStart, frame.facts);
  const isOneEnough = votesNeeded(step) === 1;
  // Nobody speaks for two where more than one has to agree.
  const awaited = peopleIn(openParts(parts, approvedBy)).filter(
    (login) => isOneEnough || !hasAgreed(login, approvedBy, ledger),
  );
  return { people: peopleIn(parts), awaited, parts };
}

/** The people of a step that was not in the plan the run began with. */
function firstInLine(step: Step, { facts }: TaskFrame): readonly string[] {
  const found = rolesInCharge(step).flatMap((role) => peopleOfRole(role, facts).everyone.slice(0, 1));
  return [...new Set(found)];
}

function peopleIn(parts: readonly ApproverPart[]): readonly string[] {
  return [...new Set(parts.flatMap(({ people }) => people))];
}
