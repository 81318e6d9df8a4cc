import { type CivilDate, fromEpochDay, toEpochDay } from "../../calendar/index.ts";
import { workCalendarOf } from "../../holidays/index.ts";
import type { CommandContext } from "./command.ts";

/** A day that could stand in an example: a business day, a week from today. */
export function exampleDay({ state, handbook }: Pick<CommandContext, "state" | "handbook">): CivilDate {
  const calendar = workCalendarOf(handbook.handbook.config);
  return fromEpochDay(calendar.nearestBusinessDay(toEpochDay(state.today) + 7, "after"));
}
