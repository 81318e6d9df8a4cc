import {
  type CivilDate,
  createWorkCalendar,
  fromEpochDay,
  parseCivilDate,
  type WorkCalendar,
} from "../../core/calendar/index.ts";
import type { ProcessDefinition } from "../../core/definition/index.ts";
import { planAsCsv, planAsIcs } from "../../core/export/index.ts";
import { type RunPlan, scheduleRun } from "../../core/plan/index.ts";
import { planTable } from "../data/plan-rows.ts";
import type { PlannerHandbook, PlannerProcess } from "../data/planner-data.ts";
import { fillPlanTable } from "./fill-plan-table.ts";

/** The date planner of one page: the same plan as everywhere else, made in the browser. */
export interface DatePlanner {
  /** Works out the plan for a date and the answers known so far, and shows it. A text that is no date does nothing. */
  show(date: string, answers: ReadonlyMap<string, string>): void;
}

/** Fetches what the planner needs: the handbook's calendar and people, and the process of the page. */
export async function openDatePlanner(section: HTMLElement, base: string): Promise<DatePlanner> {
  const [handbook, subject] = await Promise.all([
    fetchJson<PlannerHandbook>(`${base}planner.json`),
    fetchJson<PlannerProcess>(`${base}processes/${section.dataset["planner"]}/plan.json`),
  ]);
  const { holidays, ...rules } = subject.calendar ?? handbook.calendar;
  const calendar = createWorkCalendar({ ...rules, publicHolidays: (year) => holidays[year] ?? [] });
  return {
    show: (date, answers) => {
      const anchorDate = parseCivilDate(date);
      if (anchorDate === undefined) return;
      const today = todayIn(handbook.timeZone);
      const plan = planFor(anchorDate, today, answers, handbook, subject, calendar);
      showPlan(section, plan, today, handbook, subject, calendar);
    },
  };
}

function planFor(
  anchorDate: CivilDate,
  today: CivilDate,
  answers: ReadonlyMap<string, string>,
  handbook: PlannerHandbook,
  { definition, children }: PlannerProcess,
  calendar: WorkCalendar,
): RunPlan {
  return scheduleRun({
    definition,
    anchorDate,
    today,
    calendar,
    roles: new Map(handbook.roles.map((role) => [role.id, role])),
    absences: new Map(handbook.absences),
    knowsPeople: handbook.knowsPeople,
    answers,
    processes: new Map(children.map((child): [string, ProcessDefinition] => [child.id, child])),
  });
}

function showPlan(
  section: HTMLElement,
  plan: RunPlan,
  today: CivilDate,
  handbook: PlannerHandbook,
  { definition, url }: PlannerProcess,
  calendar: WorkCalendar,
): void {
  const titles = new Map(handbook.roles.map(({ id, title }) => [id, title]));
  const table = planTable(plan, definition, (role) => titles.get(role) ?? role);
  fillPlanTable(section, table, plan, definition.anchor);
  const { title } = definition;
  const { reminders, dueTime, dayStart } = handbook;
  offer(
    section,
    "ics",
    "text/calendar",
    planAsIcs(plan, { title, reminders, dueTime, dayStart, calendar, today, url }),
  );
  offer(section, "csv", "text/csv", planAsCsv(plan));
}

/** Puts a file behind a download link, in place of the one that was built for the first date. */
function offer(section: HTMLElement, kind: "ics" | "csv", type: string, content: string): void {
  const link = section.querySelector<HTMLAnchorElement>(`[data-plan-${kind}]`);
  if (!link) return;
  if (link.href.startsWith("blob:")) URL.revokeObjectURL(link.href);
  link.href = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  link.download = `${section.dataset["planner"]}.${kind}`;
}

/** The date on the wall calendar of a time zone, for browsers with and without Temporal. */
function todayIn(timeZone: string): CivilDate {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return parseCivilDate(parts.format(new Date())) ?? fromEpochDay(Math.floor(Date.now() / 86_400_000));
}

async function fetchJson<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as T;
}
