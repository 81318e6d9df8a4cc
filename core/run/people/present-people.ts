import { type CivilDate, isAbsent, toEpochDay } from "../../calendar/index.ts";
import { workCalendarOf } from "../../holidays/index.ts";
import type { RunHandbook } from "../run-handbook.ts";

/** Those of some people who are not away on a day, by the handbook the run follows. */
export function presentPeople(
  people: readonly string[],
  day: CivilDate,
  { handbook }: RunHandbook,
): readonly string[] {
  const date = toEpochDay(day);
  const calendar = workCalendarOf(handbook.config);
  return people.filter((login) => !isAbsent(login, date, date, handbook.absences, calendar));
}
