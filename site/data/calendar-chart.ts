import {
  addCalendarDays,
  type CivilDate,
  type DateRange,
  fromEpochDay,
  toEpochDay,
  weekdayOf,
} from "../../core/calendar/index.ts";
import { dayAndMonth, siteText } from "../../core/text/index.ts";
import { addressesUnder } from "./addresses.ts";
import { type CalendarPage, calendarPage, type DueTask, type PersonTasks } from "./calendar-page.ts";
import type { Site } from "./site.ts";

/** A day of the picture. */
export interface ChartDay {
  readonly date: CivilDate;
  readonly dayOfMonth: number;
  /** No business day: a weekend, a holiday, or a day we are closed. */
  readonly isOff: boolean;
  readonly isToday: boolean;
}

/** Days of the picture that follow each other, on which somebody is away. */
export interface AwayStretch {
  /** The place of the first of them. */
  readonly first: number;
  readonly length: number;
  readonly text: string;
}

/** What one person has before them. */
export interface ChartRow {
  readonly name: string;
  /** Where all steps of that person stand in a list: their page, and for what nobody has the list of the calendar. */
  readonly href: string;
  readonly late: readonly DueTask[];
  /** The open steps of each day of the picture, in its order. */
  readonly days: readonly (readonly DueTask[])[];
  /** What is due after the last day. */
  readonly later: readonly DueTask[];
  /** When they are away; empty where absences are not shown. */
  readonly away: readonly AwayStretch[];
}

/** The open steps of the next weeks as a grid: a column a day, a row a person. */
export interface CalendarChart {
  /** The first day of each week, as people read it. */
  readonly weeks: readonly string[];
  readonly days: readonly ChartDay[];
  readonly rows: readonly ChartRow[];
  /** People who have no row, since the picture would become too long. */
  readonly leftOut: number;
}

/** Weeks that are shown, from the Monday before today or today itself. */
const shownWeeks = 4;
const mostRows = 40;

/** The grid of the calendar on the day the site is built; without open steps it has no rows. */
export function calendarChart({ people }: CalendarPage, site: Site): CalendarChart {
  return chartOf(people, site);
}

/** The grid of some people, whether they have something due or not, in the order of their logins. */
export function teamChart(logins: readonly string[], site: Site): CalendarChart {
  const { people } = calendarPage(site);
  const addresses = addressesUnder(site.settings.base);
  const rows = logins.map(
    (login): PersonTasks =>
      people.find((known) => known.login?.toLowerCase() === login.toLowerCase()) ?? {
        login,
        title: site.nameOf(login),
        href: addresses.person(login),
        tasks: [],
      },
  );
  return chartOf(rows, site);
}

function chartOf(people: readonly PersonTasks[], { today, calendar, handbook }: Site): CalendarChart {
  const monday = toEpochDay(today) + 1 - weekdayOf(toEpochDay(today));
  const numbers = Array.from({ length: shownWeeks * 7 }, (_none, index) => monday + index);
  const last = fromEpochDay(monday + shownWeeks * 7 - 1);
  return {
    weeks: Array.from({ length: shownWeeks }, (_none, week) =>
      dayAndMonth(addCalendarDays(fromEpochDay(monday), week * 7)),
    ),
    days: numbers.map((day) => {
      const date = fromEpochDay(day);
      return {
        date,
        dayOfMonth: Number(date.slice(8)),
        isOff: !calendar.isBusinessDay(day),
        isToday: date === today,
      };
    }),
    rows: people.slice(0, mostRows).map(({ login = "", href, title, tasks }) => {
      const onTime = tasks.filter(({ isLate }) => !isLate);
      const absences = handbook.absences.get(login.toLowerCase()) ?? [];
      return {
        name: title,
        href: href ?? "#_weeks",
        late: tasks.filter(({ isLate }) => isLate),
        days: numbers.map((day) => onTime.filter(({ due }) => due === fromEpochDay(day))),
        later: onTime.filter(({ due }) => due > last),
        away: absences.flatMap((absence) => awayStretch(absence, numbers)),
      };
    }),
    leftOut: Math.max(0, people.length - mostRows),
  };
}

/** The days of an absence that the picture has; nothing where it has none. */
function awayStretch({ from, to }: DateRange, days: readonly number[]): AwayStretch[] {
  const inside = days.flatMap((day, index) => {
    const date = fromEpochDay(day);
    return from <= date && date <= to ? [index] : [];
  });
  const [first] = inside;
  if (first === undefined) return [];
  return [{ first, length: inside.length, text: siteText.person.from(dayAndMonth(from), dayAndMonth(to)) }];
}
