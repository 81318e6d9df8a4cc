export { rolesInCharge } from "./assign-people.ts";
export type { PlannedTask, PlanRequest, PlanWarning, PlanWarningId, RunPlan } from "./run-plan.ts";
export { scheduleRun } from "./schedule-run.ts";
