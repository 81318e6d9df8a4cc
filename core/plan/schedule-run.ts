import { type CivilDate, type EpochDay, fromEpochDay, toEpochDay } from "../calendar/index.ts";
import { assignPeople, rolesInCharge } from "./assign-people.ts";
import { dateTasks, type PlanFrame, type TaskDays } from "./date-tasks.ts";
import { earliestAnchorDate } from "./earliest-anchor-date.ts";
import { findSlack } from "./find-slack.ts";
import { findWarnings } from "./find-warnings.ts";
import type { PlannedTask, PlanRequest, RunPlan } from "./run-plan.ts";
import { type SelectedTask, selectTasks } from "./select-tasks.ts";

/** A run before anybody chose its anchor date. */
export type UndatedRequest = Omit<PlanRequest, "anchorDate">;

/**
 * Plans one run: which steps take part, when each is due, who does it, what is critical, and what to be warned of.
 * The definition must be free of errors; a plan is always made, however late or tight it is.
 */
export function scheduleRun(request: PlanRequest): RunPlan {
  const tasks = tasksOf(request);
  return planTasks(tasks, request, earliestFor(tasks, request));
}

/** Plans one run for the earliest anchor date that leaves time for every step, as {@link scheduleRun} would for it. */
export function scheduleEarliestRun(request: UndatedRequest): RunPlan {
  const tasks = tasksOf(request);
  const anchorDate = earliestFor(tasks, request);
  return planTasks(tasks, { ...request, anchorDate }, anchorDate);
}

function tasksOf({ definition, answers, processes }: UndatedRequest): SelectedTask[] {
  return selectTasks(definition, answers, processes);
}

function earliestFor(tasks: readonly SelectedTask[], request: UndatedRequest): CivilDate {
  const today = toEpochDay(request.today);
  return fromEpochDay(
    earliestAnchorDate(tasks, today, (anchor) => frameOf(anchor, request), request.calendar),
  );
}

function frameOf(anchor: EpochDay, { definition, today, calendar }: UndatedRequest): PlanFrame {
  return { anchor, start: definition.startsAtAnchor ? anchor : toEpochDay(today), calendar };
}

function planTasks(tasks: readonly SelectedTask[], request: PlanRequest, earliestAnchor: CivilDate): RunPlan {
  const { definition, calendar } = request;
  const today = toEpochDay(request.today);
  const anchor = toEpochDay(request.anchorDate);
  const days = dateTasks(tasks, frameOf(anchor, request));
  const slack = findSlack(tasks, days, calendar);
  const assignments = new Map(
    tasks.map((task) => [
      task.id,
      assignPeople(task.step, days.get(task.id) ?? { plannedStart: today, due: today }, request),
    ]),
  );
  const plannedTasks = tasks.map((task): PlannedTask => {
    const own = days.get(task.id) ?? { plannedStart: anchor, due: anchor };
    const slackBusinessDays = slack.get(task.id) ?? 0;
    return {
      ...taskFacts(task),
      assignees: [...new Set((assignments.get(task.id) ?? []).flatMap(({ person }) => person ?? []))],
      plannedStart: fromEpochDay(own.plannedStart),
      dueDate: fromEpochDay(own.due),
      critical: slackBusinessDays === 0,
      slackBusinessDays,
    };
  });
  const { start, end } = spanOf([...days.values()], anchor);
  return {
    process: definition.id,
    revision: request.revision ?? "",
    anchorDate: request.anchorDate,
    startDate: fromEpochDay(start),
    leadTimeBusinessDays: calendar.businessDaysBetween(start, end),
    earliestAnchorDate: earliestAnchor,
    tasks: plannedTasks,
    warnings: findWarnings({ request, tasks, days, assignments }),
  };
}

/** From the first planned start to the last due date; a run without tasks is the anchor date alone. */
function spanOf(days: readonly TaskDays[], anchor: EpochDay): { start: EpochDay; end: EpochDay } {
  if (days.length === 0) return { start: anchor, end: anchor };
  return {
    start: Math.min(...days.map(({ plannedStart }) => plannedStart)),
    end: Math.max(...days.map(({ due }) => due)),
  };
}

function taskFacts(task: SelectedTask) {
  return {
    step: task.id,
    title: task.step.title,
    kind: task.step.kind,
    roles: rolesInCharge(task.step),
    dependsOn: task.dependsOn,
    conditional: task.conditional,
  };
}
