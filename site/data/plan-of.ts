import type { CivilDate } from "../../core/calendar/index.ts";
import type { ProcessDefinition } from "../../core/definition/index.ts";
import { type RunPlan, scheduleRun } from "../../core/plan/index.ts";
import type { Site } from "./site.ts";

/** The plan of a process for an anchor date, as if it were started on the day the site is built. */
export function planOf(definition: ProcessDefinition, site: Site, anchorDate: CivilDate): RunPlan {
  return scheduleRun({
    definition,
    anchorDate,
    today: site.today,
    calendar: site.calendar,
    roles: site.handbook.roles,
    absences: site.handbook.absences,
    answers: new Map(),
    processes: site.handbook.processes,
  });
}

const earliestPlans = new WeakMap<Site, Map<ProcessDefinition, RunPlan>>();

/** The plan for the earliest anchor date that leaves time for every step. */
export function earliestPlanOf(definition: ProcessDefinition, site: Site): RunPlan {
  const known = earliestPlans.get(site) ?? new Map<ProcessDefinition, RunPlan>();
  earliestPlans.set(site, known);
  const plan =
    known.get(definition) ??
    planOf(definition, site, planOf(definition, site, site.today).earliestAnchorDate);
  known.set(definition, plan);
  return plan;
}
