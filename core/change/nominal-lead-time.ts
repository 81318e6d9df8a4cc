import { createWorkCalendar, parseCivilDate } from "../calendar/index.ts";
import type { ProcessDefinition } from "../definition/index.ts";
import { type PlanRequest, scheduleRun } from "../plan/index.ts";

const mondayToFriday = createWorkCalendar({
  workweek: [1, 2, 3, 4, 5],
  publicHolidays: () => [],
  closed: [],
});

/**
 * How many business days a process takes from its first day to its last due date, in a year without holidays, when
 * it starts as late as it may. A child process counts as one step, and every branch as taken.
 */
export function nominalLeadTime(definition: ProcessDefinition): number {
  // A Wednesday, so that offsets of whole weeks land on a business day.
  const today = parseCivilDate("2025-01-01");
  if (today === undefined) return 0;
  const request: PlanRequest = {
    definition,
    anchorDate: today,
    today,
    calendar: mondayToFriday,
    roles: new Map(),
    absences: new Map(),
    answers: new Map(),
    processes: new Map(),
  };
  const { earliestAnchorDate } = scheduleRun(request);
  return scheduleRun({ ...request, anchorDate: earliestAnchorDate }).leadTimeBusinessDays;
}
