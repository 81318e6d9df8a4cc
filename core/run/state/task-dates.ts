import {
  type CivilDate,
  civilToday,
  fromEpochDay,
  toEpochDay,
  type WorkCalendar,
} from "../../calendar/index.ts";
import type { StepId } from "../../definition/index.ts";
import type { PlannedTask } from "../../plan/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { ObservedBlocker } from "../observed/observed-run.ts";
import type { TaskState } from "./task-state.ts";

/** What the dates of a task follow from. */
export interface TaskDatesFacts {
  readonly planned: PlannedTask;
  readonly predecessors: readonly TaskState[];
  /** Issues outside the run that it waits for. */
  readonly blockers: readonly ObservedBlocker[];
  /** Whether the step is tied to the anchor date by a due offset. */
  readonly hasOffset: boolean;
  /** Business days that it needs at least; nothing when it needs all that it was planned with. */
  readonly needed: number | undefined;
  readonly ledger: Ledger;
  readonly calendar: WorkCalendar;
  readonly timeZone: string;
  readonly today: CivilDate;
}

/**
 * Dates that follow what happened. A step with a due offset keeps its date unless those it waits for end so late that
 * its planned length no longer fits; a step planned by length moves both ways. A date set by `/due` stays;
 * the one that a run inside this run was moved to stays until this run is moved.
 */
export function taskDatesOf(
  facts: TaskDatesFacts,
): Pick<TaskState, "plannedStart" | "dueDate" | "forecastDate"> {
  const { planned, predecessors, blockers, hasOffset, needed, ledger, calendar, timeZone, today } = facts;
  const planStart = toEpochDay(planned.plannedStart);
  const planDue = toEpochDay(planned.dueDate);
  const plannedLength = calendar.businessDaysBetween(planStart, planDue);
  const length = hasOffset && needed !== undefined ? Math.min(plannedLength, needed) : plannedLength;
  const follow = (ends: readonly CivilDate[]) => {
    if (ends.length === 0) return { start: planStart, due: planDue };
    const released = Math.max(...ends.map(toEpochDay));
    const shifted = calendar.addBusinessDays(released, length);
    return { start: released, due: hasOffset ? Math.max(planDue, shifted) : shifted };
  };
  const actualEnd = (task: TaskState) =>
    task.endedAt === undefined ? undefined : civilToday(task.endedAt, timeZone);
  const released = blockers.flatMap(({ closedAt }) => (closedAt ? civilToday(closedAt, timeZone) : []));
  // Nobody knows when what is outside the run will be over: today at the earliest.
  const awaited = blockers.some(({ closedAt }) => closedAt === null) ? [today] : [];
  const official = follow([...predecessors.map((task) => actualEnd(task) ?? task.dueDate), ...released]);
  const expected = follow([
    ...predecessors.map((task) => actualEnd(task) ?? task.forecastDate),
    ...released,
    ...awaited,
  ]);
  const set = dueDateSet(planned.step, ledger);
  const dueDate = set ?? fromEpochDay(official.due);
  const forecast = set ?? fromEpochDay(expected.due);
  return {
    plannedStart: fromEpochDay(Math.min(official.start, official.due)),
    dueDate,
    forecastDate: forecast < today ? today : forecast,
  };
}

function dueDateSet(step: StepId, { entries }: Ledger): CivilDate | undefined {
  const index = entries.findLastIndex((entry) => entry.kind === "due" && entry.step === step);
  const set = entries[index];
  if (set?.kind !== "due") return undefined;
  const hasMovedSince = entries.slice(index).some(({ kind }) => kind === "moved");
  return set.comment === null && hasMovedSince ? undefined : set.date;
}
