import { type CalendarChart, teamChart } from "./calendar-chart.ts";
import type { Site } from "./site.ts";

/** The next weeks of some people; absent where there is nobody, or nothing to show of them. */
export function teamOf(logins: readonly string[], site: Site): CalendarChart | undefined {
  const { people, absences, runs } = site.shows;
  const isShown = people && (absences || (runs && site.runs.length > 0)) && logins.length > 0;
  return isShown ? teamChart([...new Set(logins)], site) : undefined;
}
