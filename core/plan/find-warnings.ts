import { type CivilDate, fromEpochDay, toEpochDay } from "../calendar/index.ts";
import { mostSteps, type StepId, stepsMadeFrom, votesNeeded } from "../definition/index.ts";
import { text } from "../text/index.ts";
import type { Assignment } from "./assign-people.ts";
import type { TaskDays } from "./promise-dates.ts";
import type { PlanRequest, PlanWarning } from "./run-plan.ts";
import type { SelectedTask } from "./select-tasks.ts";

const mostStepsADay = 5;

/** What {@link findWarnings} looks at. */
export interface PlanFacts {
  readonly request: PlanRequest;
  readonly tasks: readonly SelectedTask[];
  readonly days: ReadonlyMap<StepId, TaskDays>;
  readonly assignments: ReadonlyMap<StepId, readonly Assignment[]>;
}

/** Everything in a plan someone should know before it starts: the run's own warnings first, then task by task. */
export function findWarnings(facts: PlanFacts): PlanWarning[] {
  return [
    ...anchorWarnings(facts),
    ...countWarnings(facts),
    ...overloadWarnings(facts),
    ...facts.tasks.flatMap((task) => taskWarnings(task, facts)),
  ];
}

function anchorWarnings({ request }: PlanFacts): PlanWarning[] {
  const { definition, anchorDate, today, calendar } = request;
  const warnings: PlanWarning[] = [];
  const warn = (id: PlanWarning["id"], message: string) => warnings.push({ id, step: null, message });
  if (!calendar.isBusinessDay(toEpochDay(anchorDate)))
    warn("non-business-anchor", text.plan.nonBusinessAnchor(definition.anchor, anchorDate));
  if (isFarAway(anchorDate, today)) warn("far-away", text.plan.farAway(definition.anchor, anchorDate));
  return warnings;
}

/** GitHub lets an issue have so many sub-issues; each process of a run has an issue of its own. */
function countWarnings({ tasks, request }: PlanFacts): PlanWarning[] {
  const byRun = Map.groupBy(tasks, ({ id }) => id.slice(0, id.lastIndexOf("/") + 1));
  return [...byRun].flatMap(([prefix, own]) => {
    if (own.length <= mostSteps) return [];
    const { title } = own[0]?.definition ?? request.definition;
    const repeated = Map.groupBy(
      own.flatMap(({ step }) => (step.oneOf ? [{ title: step.title, of: step.oneOf.step }] : [])),
      ({ of }) => of,
    );
    const [longest = []] = [...repeated.values()].sort((a, b) => b.length - a.length);
    const titles = longest.map((step) => step.title);
    const message = text.plan.tooManySteps(title, own.length, mostSteps, titles);
    return [{ id: "too-many-steps" as const, step: prefix === "" ? null : prefix.slice(0, -1), message }];
  });
}

/** More than five years on, which is more often a slip of the pen than a plan. */
function isFarAway(date: CivilDate, today: CivilDate): boolean {
  return date > `${String(Number(today.slice(0, 4)) + 5).padStart(4, "0")}${today.slice(4)}`;
}

function taskWarnings(task: SelectedTask, facts: PlanFacts): PlanWarning[] {
  const { request } = facts;
  const own = facts.days.get(task.id);
  if (!own) return [];
  const warnings: PlanWarning[] = [];
  const warn = (id: PlanWarning["id"], message: string) => warnings.push({ id, step: task.id, message });
  const due = fromEpochDay(own.due);
  if (task.step.countsFrom !== undefined && task.countsFrom === undefined)
    warn("date-unknown", text.plan.dateUnknown(task.step.title, questionOf(task)));
  if (own.due < toEpochDay(request.today)) warn("past-due", text.plan.pastDue(task.step.title, due));
  if (isFarAway(due, request.today) && !isFarAway(request.anchorDate, request.today))
    warn("far-away", text.plan.farAwayStep(task.step.title, due));
  const later = task.dependsOn.filter((id) => (facts.days.get(id)?.due ?? own.due) > own.due);
  if (later.length > 0) {
    const titles = later.map((id) => facts.tasks.find((other) => other.id === id)?.step.title ?? id);
    warn("too-tight", text.plan.tooTight(task.step.title, due, titles));
  }
  for (const { role, person, away, passedOver } of facts.assignments.get(task.id) ?? []) {
    const roleTitle = request.roles.get(role)?.title ?? role;
    if (person === undefined) {
      if (!request.roles.get(role)?.isOutside && request.knowsPeople !== false)
        warn("role-without-people", text.plan.roleWithoutPeople(task.step.title, roleTitle));
    } else if (away.includes(person))
      warn(
        "absent",
        passedOver.length > 0
          ? text.plan.standInsHavePart(
              task.step.title,
              away.map(request.nameOf),
              passedOver.map(request.nameOf),
            )
          : text.plan.everyoneAbsent(task.step.title, roleTitle, away.map(request.nameOf)),
      );
    else if (away.length > 0)
      warn(
        "absent",
        text.plan.deputyStandsIn(task.step.title, request.nameOf(person), away.map(request.nameOf)),
      );
  }
  for (const person of ownApprovers(task, facts))
    warn("own-approval", text.plan.ownApproval(task.step.title, request.nameOf(person)));
  return warnings;
}

/** What the start form asks for the date that a task counts from. */
function questionOf({ step, definition }: SelectedTask): string {
  return definition.ask.find(({ id }) => id === step.countsFrom)?.label ?? step.countsFrom ?? "";
}

/** Approvers who also do the work that is judged; nobody minds while enough others are among them. */
function ownApprovers(
  { id, step, definition, dependsOn }: SelectedTask,
  { assignments }: PlanFacts,
): string[] {
  if (step.kind !== "approval") return [];
  const peopleOf = (task: StepId) => (assignments.get(task) ?? []).flatMap(({ person }) => person ?? []);
  const prefix = id.slice(0, id.length - step.id.length);
  const isOfProcess = (task: StepId) => task.startsWith(prefix) && !task.slice(prefix.length).includes("/");
  const judged =
    step.approves === undefined
      ? dependsOn.filter(isOfProcess)
      : stepsMadeFrom(definition, step.approves).map((judgedId) => prefix + judgedId);
  const doers = new Set(judged.flatMap(peopleOf).map((person) => person.toLowerCase()));
  const approvers = [...new Set(peopleOf(id))];
  const own = approvers.filter((person) => doers.has(person.toLowerCase()));
  return approvers.length - own.length >= Math.min(votesNeeded(step), approvers.length) ? [] : own;
}

function overloadWarnings({ request, tasks, days, assignments }: PlanFacts): PlanWarning[] {
  const loads = new Map<string, { person: string; due: CivilDate; own: number; elsewhere: number }>();
  for (const task of tasks) {
    const due = fromEpochDay(days.get(task.id)?.due ?? 0);
    const people = new Set((assignments.get(task.id) ?? []).flatMap(({ person }) => person ?? []));
    for (const person of people) {
      const load = loads.get(keyOf(person, due)) ?? { person, due, own: 0, elsewhere: 0 };
      load.own += 1;
      loads.set(keyOf(person, due), load);
    }
  }
  for (const { dueDate, assignees } of request.elsewhere ?? []) {
    for (const person of assignees) {
      const load = loads.get(keyOf(person, dueDate));
      if (load) load.elsewhere += 1;
    }
  }
  return [...loads.values()]
    .filter(({ own, elsewhere }) => own + elsewhere > mostStepsADay)
    .map(({ person, due, own, elsewhere }) => ({
      id: "overload",
      step: null,
      message: text.plan.overload(request.nameOf(person), due, own, elsewhere),
      load: { person, dueDate: due, steps: own + elsewhere },
    }));
}

function keyOf(person: string, due: CivilDate): string {
  return `${due} ${person.toLowerCase()}`;
}
