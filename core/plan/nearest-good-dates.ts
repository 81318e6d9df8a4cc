import { addCalendarDays, type CivilDate, toEpochDay } from "../calendar/index.ts";
import type { PlanRequest, PlanWarningId } from "./run-plan.ts";
import { scheduleRun } from "./schedule-run.ts";

/** What another date may mend. */
const mended: ReadonlySet<PlanWarningId> = new Set([
  "past-due",
  "non-business-anchor",
  "absent",
  "overload",
  "far-away",
]);

/** Calendar days that are tried to either side. */
const mostDays = 45;

/** The good anchor dates on either side of one that is not; without those that are not near. */
export interface NearDates {
  readonly before?: CivilDate | undefined;
  readonly after?: CivilDate | undefined;
}

/**
 * The business days nearest to the anchor date of a request on which nothing of what another date may mend stands in the way:
 * nothing past due, nobody away, nobody with too much on one day. Empty where the date itself is good.
 */
export function nearestGoodDates(request: PlanRequest): NearDates {
  const { calendar, anchorDate } = request;
  const isGood = (day: CivilDate) =>
    calendar.isBusinessDay(toEpochDay(day)) &&
    !scheduleRun({ ...request, anchorDate: day }).warnings.some(({ id }) => mended.has(id));
  if (!scheduleRun(request).warnings.some(({ id }) => mended.has(id))) return {};
  const nearest = (direction: 1 | -1): CivilDate | undefined => {
    for (let days = 1; days <= mostDays; days += 1) {
      const day = addCalendarDays(anchorDate, direction * days);
      if (isGood(day)) return day;
    }
    return undefined;
  };
  return { before: nearest(-1), after: nearest(1) };
}
