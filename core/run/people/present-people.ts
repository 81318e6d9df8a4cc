import { type CivilDate, toEpochDay } from "../../calendar/index.ts";
import { attendanceOf } from "../../holidays/index.ts";
import type { RunHandbook } from "../run-handbook.ts";

/** Those of some people who are not missing on a day, by the handbook the run follows. */
export function presentPeople(
  people: readonly string[],
  day: CivilDate,
  { handbook }: Pick<RunHandbook, "handbook">,
): readonly string[] {
  const { isAway } = attendanceOf(handbook.config, handbook);
  return people.filter((login) => !isAway(login, toEpochDay(day)));
}
