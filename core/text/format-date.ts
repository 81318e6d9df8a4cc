import { type CivilDate, toEpochDay, weekdayOf } from "../calendar/index.ts";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/** The months as people say them, January first. */
export const months: readonly string[] = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A date as people say it: `Friday 18 December 2026`. */
export function longDate(date: CivilDate): string {
  const { weekday, day, month, year } = partsOf(date);
  return `${weekday} ${day} ${month} ${year}`;
}

/** A date for tables and lists: `Fri 18 Dec 2026`. */
export function shortDate(date: CivilDate): string {
  const { weekday, day, month, year } = partsOf(date);
  return `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)} ${year}`;
}

/** A date where the year is clear: `Fri 18 Dec`. */
export function dayAndMonth(date: CivilDate): string {
  const { weekday, day, month } = partsOf(date);
  return `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}`;
}

function partsOf(date: CivilDate): { weekday: string; day: number; month: string; year: number } {
  return {
    weekday: weekdays[weekdayOf(toEpochDay(date)) - 1] ?? "",
    day: Number(date.slice(8, 10)),
    month: months[Number(date.slice(5, 7)) - 1] ?? "",
    year: Number(date.slice(0, 4)),
  };
}

/** A day in words, with the moment on it where there is one: `Friday 18 December 2026 at 14:00`. */
export function dayAndTime(date: CivilDate, time: string | undefined): string {
  return time === undefined ? longDate(date) : `${longDate(date)} at ${time}`;
}
