import { isAbsent, toEpochDay } from "../../calendar/index.ts";
import { attendanceOf } from "../../holidays/index.ts";
import type { DaysAndPeople } from "../run-handbook.ts";
import type { TaskState } from "./task-state.ts";

/** Whether a person counts as absent for a step of a run: see `isAbsent`. The day before its work begins is not of it. */
export function isAwayFor(
  login: string,
  { plannedStart, dueDate }: Pick<TaskState, "plannedStart" | "dueDate">,
  handbook: Pick<DaysAndPeople, "config" | "absences" | "people">,
): boolean {
  const due = toEpochDay(dueDate);
  const first = Math.min(toEpochDay(plannedStart) + 1, due);
  return isAbsent(login, first, due, attendanceOf(handbook.config, handbook));
}
