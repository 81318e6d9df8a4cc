export { rolesInCharge } from "./assign-people.ts";
export { leadTimeBusinessDays } from "./lead-time.ts";
export type { PlannedTask, PlanRequest, PlanWarning, PlanWarningId, RunPlan } from "./run-plan.ts";
export { scheduleEarliestRun, scheduleRun, type UndatedRequest } from "./schedule-run.ts";
export { type DatedTask, isLate, type Standing, standingsOf } from "./standing.ts";
