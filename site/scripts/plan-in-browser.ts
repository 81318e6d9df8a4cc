import {
  type CivilDate,
  createAttendance,
  createWorkCalendar,
  type WorkCalendar,
} from "../../core/calendar/index.ts";
import type { ProcessDefinition } from "../../core/definition/index.ts";
import { planAsCsv, planAsIcs } from "../../core/export/index.ts";
import {
  type NearDates,
  nearestGoodDates,
  type RunPlan,
  scheduleEarliestRun,
  scheduleRun,
} from "../../core/plan/index.ts";
import { type PlanTable, planTable } from "../data/plan-rows.ts";
import type { PlannerCalendar, PlannerHandbook, PlannerProcess } from "../data/planner-data.ts";
import { roleTitle } from "../data/role-title.ts";

/** What a reader of a process page asks for. */
export interface BrowserRequest {
  /** The day the plan is made, in the handbook's time zone. */
  readonly today: CivilDate;
  /** The earliest that leaves time for every step when left out. */
  readonly anchorDate?: CivilDate | undefined;
  readonly answers: ReadonlyMap<string, string>;
}

/** A plan as the page shows it and gives it along. */
export interface BrowserPlan {
  readonly plan: RunPlan;
  readonly table: PlanTable;
  /** Good dates near the one that was asked for; empty where that is good, or none was asked for. */
  readonly near: NearDates;
  readonly ics: string;
  readonly csv: string;
}

function calendarIn({ holidays, ...rules }: PlannerCalendar): WorkCalendar {
  return createWorkCalendar({ ...rules, publicHolidays: (year) => holidays[year] ?? [] });
}

/** The same plan as everywhere else, from the two small files that the page fetches. */
export function planInBrowser(
  handbook: PlannerHandbook,
  { definition, children, calendar: own, url }: PlannerProcess,
  { today, anchorDate, answers }: BrowserRequest,
): BrowserPlan {
  const common = own ?? handbook.calendar;
  const calendar = calendarIn(common);
  const ownCalendars = new Map(handbook.ownCalendars);
  const attendance = createAttendance({
    team: calendar,
    absences: new Map(handbook.absences),
    ownCalendar: (login) => {
      const theirs = ownCalendars.get(login);
      return theirs && calendarIn({ ...common, ...theirs });
    },
  });
  const names = new Map(handbook.names);
  const nameOf = (login: string) => names.get(login.toLowerCase()) ?? login;
  const request = {
    definition,
    today,
    calendar,
    roles: new Map(handbook.roles.map((role) => [role.id, role])),
    attendance,
    nameOf,
    knowsPeople: handbook.knowsPeople,
    answers,
    processes: new Map(children.map((child): [string, ProcessDefinition] => [child.id, child])),
  };
  const plan =
    anchorDate === undefined ? scheduleEarliestRun(request) : scheduleRun({ ...request, anchorDate });
  const titles = new Map(handbook.roles.map((role) => [role.id, roleTitle(role.id, role)]));
  const { reminders, dueTime, dayStart } = handbook;
  return {
    plan,
    near: anchorDate === undefined ? {} : nearestGoodDates({ ...request, anchorDate }),
    table: planTable(
      plan,
      definition,
      { roleTitle: (role) => titles.get(role) ?? role, nameOf },
      { today, calendar },
    ),
    ics: planAsIcs(plan, {
      title: definition.title,
      reminders,
      dueTime,
      dayStart,
      calendar,
      today,
      nameOf,
      url,
    }),
    csv: planAsCsv(plan),
  };
}
