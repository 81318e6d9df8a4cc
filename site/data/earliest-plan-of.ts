import { type ProcessDefinition, settingsFor } from "../../core/definition/index.ts";
import { planBasisOf } from "../../core/holidays/index.ts";
import { type RunPlan, scheduleEarliestRun } from "../../core/plan/index.ts";
import type { Site } from "./site.ts";

const earliestPlans = new WeakMap<Site, Map<ProcessDefinition, RunPlan>>();

/** The plan of a process for the earliest anchor date that leaves time for every step, if it were started on the day the site is built. */
export function earliestPlanOf(definition: ProcessDefinition, site: Site): RunPlan {
  const plans = earliestPlans.get(site) ?? new Map<ProcessDefinition, RunPlan>();
  earliestPlans.set(site, plans);
  const known = plans.get(definition);
  if (known) return known;
  const plan = scheduleEarliestRun({
    ...planBasisOf(settingsFor(definition, site.handbook.config), site.handbook),
    definition,
    today: site.today,
    answers: new Map(),
    knowsPeople: site.shows.people,
  });
  plans.set(definition, plan);
  return plan;
}
