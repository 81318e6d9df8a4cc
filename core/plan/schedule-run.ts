import { type CivilDate, dayNamedBy, type EpochDay, fromEpochDay, toEpochDay } from "../calendar/index.ts";
import type { StepId } from "../definition/index.ts";
import { assignPeople, rolesInCharge } from "./assign-people.ts";
import { awaitedTasks } from "./awaited-tasks.ts";
import { earliestAnchorDate } from "./earliest-anchor-date.ts";
import { findWarnings } from "./find-warnings.ts";
import { leadTimeBusinessDays } from "./lead-time.ts";
import { lookAhead } from "./look-ahead.ts";
import { type PlanFrame, promiseDates, type TaskDays } from "./promise-dates.ts";
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

function frameOf(anchor: EpochDay, request: UndatedRequest): PlanFrame {
  const { definition, today, calendar, processes, siblingEnds } = request;
  const start = definition.startsAtAnchor ? anchor : toEpochDay(today);
  const frame = { anchor, start, calendar, processes };
  if (siblingEnds === undefined) return frame;
  return { ...frame, siblingEnds: new Map([...siblingEnds].map(([id, due]) => [id, toEpochDay(due)])) };
}

function planTasks(tasks: readonly SelectedTask[], request: PlanRequest, earliestAnchor: CivilDate): RunPlan {
  const { definition, calendar } = request;
  const today = toEpochDay(request.today);
  const anchor = toEpochDay(request.anchorDate);
  const frame = frameOf(anchor, request);
  const days = promiseDates(tasks, frame);
  const outlooks = lookAhead(awaitedTasks(tasks, days, frame), today, calendar);
  const assignments = new Map(
    tasks.map((task) => [
      task.id,
      assignPeople(task.step, days.get(task.id) ?? { plannedStart: today, due: today }, request),
    ]),
  );
  const plannedTasks = tasks.map((task): PlannedTask => {
    const own = days.get(task.id) ?? { plannedStart: anchor, due: anchor };
    const slackBusinessDays = outlooks.get(task.id)?.slackBusinessDays ?? 0;
    return {
      ...taskFacts(task),
      assignees: [...new Set((assignments.get(task.id) ?? []).flatMap(({ person }) => person ?? []))],
      plannedStart: fromEpochDay(own.plannedStart),
      dueDate: fromEpochDay(own.due),
      ...(task.step.dueTime !== undefined && { dueTime: task.step.dueTime }),
      ...movedFrom(task, own.due, days, anchor),
      critical: slackBusinessDays === 0,
      slackBusinessDays,
    };
  });
  return {
    process: definition.id,
    revision: request.revision ?? "",
    anchorDate: request.anchorDate,
    startDate: fromEpochDay(startOf([...days.values()], anchor)),
    leadTimeBusinessDays: leadTimeBusinessDays(definition, request.processes),
    earliestAnchorDate: earliestAnchor,
    tasks: plannedTasks,
    warnings: findWarnings({ request, tasks, days, assignments }),
  };
}

/** The first planned start; a run without tasks is the anchor date alone. */
function startOf(days: readonly TaskDays[], anchor: EpochDay): EpochDay {
  return days.length === 0 ? anchor : Math.min(...days.map(({ plannedStart }) => plannedStart));
}

/** The day off that the offset of a task names, where the task is due beside it. */
function movedFrom(
  { step, countsFrom, anchoredTo }: SelectedTask,
  due: EpochDay,
  days: ReadonlyMap<StepId, TaskDays>,
  anchor: EpochDay,
): Pick<PlannedTask, "insteadOf"> {
  if (step.countsFrom !== undefined && countsFrom === undefined) return {};
  const starter = anchoredTo === undefined ? undefined : days.get(anchoredTo)?.due;
  const from = countsFrom ?? fromEpochDay(starter ?? anchor);
  const named = step.dueOffset && dayNamedBy(from, step.dueOffset);
  return named === undefined || toEpochDay(named) === due ? {} : { insteadOf: named };
}

function taskFacts(task: SelectedTask) {
  return {
    step: task.id,
    title: task.step.title,
    kind: task.step.kind,
    roles: rolesInCharge(task.step),
    dependsOn: task.dependsOn,
    conditional: task.conditional,
    ...(task.step.isStrict && { strict: task.step.isStrict }),
    ...(task.step.phase !== undefined && { phase: task.step.phase }),
    ...(task.step.oneOf && { oneOf: task.step.oneOf }),
  };
}
