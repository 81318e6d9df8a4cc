import { fromEpochDay, toEpochDay } from "../calendar/index.ts";
import { assignPeople, rolesInCharge } from "./assign-people.ts";
import { dateTasks, type PlanFrame } from "./date-tasks.ts";
import { earliestAnchorDate } from "./earliest-anchor-date.ts";
import { findSlack } from "./find-slack.ts";
import { findWarnings } from "./find-warnings.ts";
import type { PlannedTask, PlanRequest, RunPlan } from "./run-plan.ts";
import { type SelectedTask, selectTasks } from "./select-tasks.ts";

/**
 * Plans one run: which steps take part, when each is due, who does it, what is critical, and what to be warned of.
 * The definition must be free of errors; a plan is always made, however late or tight it is.
 */
export function scheduleRun(request: PlanRequest): RunPlan {
  const { definition, calendar } = request;
  const today = toEpochDay(request.today);
  const anchor = toEpochDay(request.anchorDate);
  const frameOf = (anchorDay: number): PlanFrame => ({
    anchor: anchorDay,
    start: definition.startsAtAnchor ? anchorDay : today,
    calendar,
  });
  const tasks = selectTasks(definition, request.answers, request.processes);
  const days = dateTasks(tasks, frameOf(anchor));
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
  const starts = [...days.values()].map(({ plannedStart }) => plannedStart);
  const start = starts.length > 0 ? Math.min(...starts) : anchor;
  const dues = [...days.values()].map(({ due }) => due);
  const end = dues.length > 0 ? Math.max(...dues) : start;
  return {
    process: definition.id,
    revision: request.revision ?? "",
    anchorDate: request.anchorDate,
    startDate: fromEpochDay(start),
    leadTimeBusinessDays: calendar.businessDaysBetween(start, end),
    earliestAnchorDate: fromEpochDay(earliestAnchorDate(tasks, today, frameOf, calendar)),
    tasks: plannedTasks,
    warnings: findWarnings({ request, tasks, days, assignments }),
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
