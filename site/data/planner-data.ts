import type { CivilDate, DateRange, IsoWeekday, Quantity } from "../../core/calendar/index.ts";
import type { CalendarSettings, ProcessDefinition, Role } from "../../core/definition/index.ts";
import { type HolidayRegion, publicHolidaysOf } from "../../core/holidays/index.ts";
import { InternalError } from "../../core/problem.ts";
import { addressesUnder } from "./addresses.ts";
import type { Site } from "./site.ts";

/** A work calendar as data. */
export interface PlannerCalendar {
  readonly workweek: readonly IsoWeekday[];
  readonly closed: readonly DateRange[];
  readonly worked: readonly DateRange[];
  /** Public holidays by year, for the years a plan may reach. */
  readonly holidays: Readonly<Record<string, readonly CivilDate[]>>;
}

/** What the date planner in the browser knows of the handbook; one small file for all processes. */
export interface PlannerHandbook {
  readonly calendar: PlannerCalendar;
  readonly roles: readonly Pick<Role, "id" | "title" | "people" | "deputies" | "isOutside">[];
  /** Whether it is told who holds a role. */
  readonly knowsPeople: boolean;
  readonly absences: readonly (readonly [string, readonly DateRange[]])[];
  /** What those who have a calendar of their own have in place of the common one, by login in lower case. */
  readonly ownCalendars: readonly (readonly [string, Partial<PlannerCalendar>])[];
  /** What people are called, by login in lower case; nobody who goes by the login. */
  readonly names: readonly (readonly [string, string])[];
  readonly timeZone: string;
  readonly dueTime: string;
  readonly dayStart: string;
  readonly reminders: readonly Quantity[];
}

/** What it knows of one process; a file beside the page. */
export interface PlannerProcess {
  readonly definition: ProcessDefinition;
  /** The processes that its steps run, and those that theirs run. */
  readonly children: readonly ProcessDefinition[];
  /** The calendar it has of its own, in place of the handbook's. */
  readonly calendar?: PlannerCalendar | undefined;
  /** Address of the page, for the events of the calendar file; absent when the site's own is not known. */
  readonly url?: string | undefined;
}

/** A date more than five years on is said to be far away; one year more, for a page that was made last year. */
const yearsAhead = 6;

/** The handbook's calendar and people as the planner needs them, from last year to six years on. */
export function plannerHandbook({ handbook, shows, today }: Site): PlannerHandbook {
  const { timeZone, dueTime, dayStart, reminders } = handbook.config;
  const roles = [...handbook.roles.values()];
  // It gives steps to whoever has a role or stands in; of others it need not know.
  const inRoles = new Set(
    roles.flatMap((role) => [...role.people, ...role.deputies]).map((login) => login.toLowerCase()),
  );
  const people = [...handbook.people].filter(([login]) => inRoles.has(login));
  return {
    calendar: plannerCalendar(handbook.config, today),
    roles: roles.map(({ id, title, people, deputies, isOutside }) => ({
      id,
      title,
      people,
      deputies,
      isOutside,
    })),
    knowsPeople: shows.people,
    absences: [...handbook.absences],
    ownCalendars: people.flatMap(([login, { calendar }]) =>
      calendar === undefined ? [] : [[login, ownPlannerCalendar(calendar, today)] as const],
    ),
    names: people.flatMap(([login, { name }]) => (name === undefined ? [] : [[login, name] as const])),
    timeZone,
    dueTime,
    dayStart,
    reminders,
  };
}

function plannerCalendar(
  { country, region, workweek, closed, worked }: CalendarSettings,
  today: CivilDate,
): PlannerCalendar {
  const holidays = country === undefined ? {} : holidaysOf({ country, region }, today);
  return { workweek, closed, worked, holidays };
}

function ownPlannerCalendar(
  { country, region, ...days }: Partial<CalendarSettings>,
  today: CivilDate,
): Partial<PlannerCalendar> {
  return { ...days, ...(country !== undefined && { holidays: holidaysOf({ country, region }, today) }) };
}

function holidaysOf(place: HolidayRegion, today: CivilDate): PlannerCalendar["holidays"] {
  const thisYear = Number(today.slice(0, 4));
  const inYear = publicHolidaysOf(place);
  const years = Array.from({ length: yearsAhead + 2 }, (_, index) => thisYear - 1 + index);
  return Object.fromEntries(years.map((year) => [year, inYear(year)]));
}

/** A process without its texts, and its children. */
export function plannerProcess(
  { id }: Pick<ProcessDefinition, "id">,
  { handbook, settings, today }: Site,
): PlannerProcess {
  // Not as it is read on the page: the planner fills in what is answered there.
  const definition = handbook.processes.get(id);
  if (definition === undefined) throw new InternalError(`There is no process ${id} to plan.`);
  const children = new Map<string, ProcessDefinition>();
  const pending = [definition];
  for (let parent = pending.pop(); parent; parent = pending.pop()) {
    for (const { process: id } of parent.steps) {
      const child = id === undefined ? undefined : handbook.processes.get(id);
      if (child === undefined || children.has(child.id)) continue;
      children.set(child.id, withoutTexts(child));
      pending.push(child);
    }
  }
  const path = addressesUnder(settings.base).process(definition.id);
  return {
    definition: withoutTexts(definition),
    children: [...children.values()],
    calendar: definition.calendar && plannerCalendar(definition.calendar, today),
    url: settings.origin && `${settings.origin}${path}`,
  };
}

function withoutTexts(definition: ProcessDefinition): ProcessDefinition {
  const steps = definition.steps.map((step) => ({ ...step, instructions: { markdown: "", checklist: [] } }));
  return { ...definition, steps, introduction: "", sections: [], tags: [], tools: [] };
}
