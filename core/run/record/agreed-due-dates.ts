import { type CivilDate, civilToday, fromEpochDay, toEpochDay } from "../../calendar/index.ts";
import type { StepId } from "../../definition/index.ts";
import { workCalendarOf } from "../../holidays/index.ts";
import { workOfStep } from "../../plan/index.ts";
import { type PromisedDays, promisedDays } from "../state/promised-days.ts";
import type { TaskState } from "../state/task-state.ts";
import type { StatusFacts } from "../status-comment.ts";

/**
 * The date each step is measured against: the promised date in force when its turn came. Whoever gives their own step more time
 * after that is measured by the date that was agreed; a run that was moved is not a late person, so a move that gave
 * more time counts, and one that took time away does not. Nor is somebody late whose turn came too late: they have the
 * step's work from that day on. A step whose turn has not come has its promised date.
 */
export function agreedDueDates(facts: StatusFacts): ReadonlyMap<StepId, CivilDate> {
  return new Map(facts.state.tasks.map((task) => [task.step, agreedDueDate(task, facts)]));
}

function agreedDueDate(task: TaskState, facts: StatusFacts): CivilDate {
  const { ledger } = facts;
  const turn = task.readyAt;
  if (turn === undefined || task.isLeftOut) return task.dueDate;
  const end = task.endedAt;
  const atTurn = { ...ledger, entries: ledger.entries.filter(({ at }) => at <= turn) };
  const sinceTurn = ledger.entries.filter(({ at }) => at > turn && (end === undefined || at < end));
  const moved = sinceTurn
    .filter(({ kind }) => kind === "moved")
    .flatMap(({ promised }) => promised?.get(task.step)?.[1] ?? []);
  const agreed = promisedDays(atTurn).get(task.step) ?? [task.plannedStart, task.baselineDueDate];
  return [agreed[1], ...moved, workedFrom(turn, agreed, task, facts)].sort().at(-1) ?? agreed[1];
}

/** When a step can be done if it is begun on the day its turn came; in time for all its work, only what was promised counts. */
function workedFrom(
  turn: string,
  [plannedStart, due]: PromisedDays,
  { definition }: TaskState,
  facts: StatusFacts,
): CivilDate {
  const { config, processes } = facts.handbook.handbook;
  const day = civilToday(turn, config.timeZone);
  if (definition === undefined || day <= plannedStart) return due;
  const work = workOfStep(definition, processes);
  return fromEpochDay(workCalendarOf(config).addBusinessDays(toEpochDay(day), work));
}
