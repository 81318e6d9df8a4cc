export { answerInWords } from "./answer-in-words.ts";
export { answeredStep } from "./answered-step.ts";
export { assignPeople, rolesInCharge } from "./assign-people.ts";
export { beginByPlan } from "./begin-by-plan.ts";
export { definitionAsRead } from "./definition-as-read.ts";
export { earliestAnchorDate } from "./earliest-anchor-date.ts";
export { type EndOfRun, type EndTask, endOfRun, type SlippingDate } from "./end-of-run.ts";
export { findWarnings } from "./find-warnings.ts";
export { inDependencyOrder } from "./in-dependency-order.ts";
export { type PlanEvent, type PromisedRun, promisesAfter } from "./keep-promises.ts";
export { leadTimeBusinessDays } from "./lead-time.ts";
export { type AwaitedTask, lookAhead, type Outlook, plannedWork } from "./look-ahead.ts";
export { type NearDates, nearestGoodDates } from "./nearest-good-dates.ts";
export { latestSiblingEnd, type PlanFrame, promiseDates, type TaskDays } from "./promise-dates.ts";
export type {
  Commitment,
  PersonLoad,
  PlannedTask,
  PlanRequest,
  PlanWarning,
  PlanWarningId,
  RunPlan,
} from "./run-plan.ts";
export { scheduleEarliestRun, scheduleRun, type UndatedRequest } from "./schedule-run.ts";
export { type SelectedTask, selectTasks } from "./select-tasks.ts";
export { type DatedTask, isLate, type Standing, standingsOf } from "./standing.ts";
export { inPlaceOf } from "./wait-for-siblings.ts";
export { workOfStep } from "./work-of-step.ts";
