import { createAttendance, toEpochDay } from "../calendar/index.ts";
import type { StepId } from "../definition/index.ts";
import type { RunRecord } from "../metrics/index.ts";
import type { LearningFacts } from "./learning-facts.ts";

/** The business days between the turn of a step in a run and its end, or today, on which nobody who had it was there. */
export type DaysAway = (run: RunRecord, step: StepId) => number;

/** Counts them by the absences that the handbook names; those that it no longer names count as days like any other. */
export function daysAway({ definition, handbook, frame }: LearningFacts): DaysAway {
  const { absences } = handbook;
  const team = frame.calendarOf(definition.id);
  const { isAway } = createAttendance({ team, absences, ownCalendar: () => undefined });
  return ({ tasks }, step) => {
    const task = tasks.find((one) => one.step === step);
    const people = task?.assignees ?? [];
    if (task?.readyAt === undefined || people.length === 0) return 0;
    if (!people.every((login) => absences.has(login.toLowerCase()))) return 0;
    const end = toEpochDay(task.endedAt === undefined ? frame.today : frame.dateOf(task.endedAt));
    let days = 0;
    for (let day = toEpochDay(frame.dateOf(task.readyAt)) + 1; day <= end; day += 1)
      if (team.isBusinessDay(day) && people.every((login) => isAway(login, day))) days += 1;
    return days;
  };
}
