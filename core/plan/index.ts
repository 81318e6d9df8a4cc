export { rolesInCharge } from "./assign-people.ts";
export type { PlannedTask, PlanRequest, PlanWarning, PlanWarningId, RunPlan } from "./run-plan.ts";
export { scheduleEarliestRun, scheduleRun, type UndatedRequest } from "./schedule-run.ts";
