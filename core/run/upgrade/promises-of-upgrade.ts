import { civilToday, fromEpochDay, toEpochDay } from "../../calendar/index.ts";
import type { StepId } from "../../definition/index.ts";
import { promiseDates } from "../../plan/index.ts";
import { type PromisedDays, promisedDays } from "../state/promised-days.ts";
import { datedByHand, frameOfRun } from "../state/promises-after-entry.ts";
import type { RunFacts } from "../state/run-state.ts";
import { taskProgressOf } from "../state/task-progress.ts";
import { tasksOfRun } from "../state/tasks-of-run.ts";

/**
 * The promised dates that are others because a run follows another text: those of steps that this text, planned alike, dates otherwise, and
 * of steps that are new. What is over and what somebody dated by hand stays; so does what both texts date alike, however much of it
 * has slipped since. `before` and `after` are the run with the one text and with the other, `after` without new dates.
 */
export function promisesOfUpgrade(before: RunFacts, after: RunFacts): Map<StepId, PromisedDays> {
  const calendarFrame = frameOfRun(after.ledger, after);
  const then = promiseDates(
    tasksOfRun(before.ledger, before.definition),
    frameOfRun(before.ledger, before, calendarFrame.calendar),
  );
  const tasks = tasksOfRun(after.ledger, after.definition);
  const nominal = promiseDates(tasks, calendarFrame);
  const known = promisedDays(before.ledger);
  const byHand = datedByHand(before.ledger, before.definition);
  const { timeZone } = after.handbook.handbook.config;
  const ends = new Map(
    tasks.flatMap(({ id }) => {
      const { endedAt } = taskProgressOf(id, after.ledger, after.definition);
      return endedAt === undefined ? [] : [[id, toEpochDay(civilToday(endedAt, timeZone))] as const];
    }),
  );
  const isKept = (id: StepId) => {
    const [was, is] = [then.get(id), nominal.get(id)];
    const isAlike = was?.due === is?.due && was?.plannedStart === is?.plannedStart;
    return known.has(id) && (ends.has(id) || byHand.has(id) || isAlike);
  };
  const kept = new Map(
    [...known].flatMap(([id, [start, due]]) =>
      isKept(id) ? [[id, { plannedStart: toEpochDay(start), due: toEpochDay(due) }] as const] : [],
    ),
  );
  const dated = promiseDates(tasks, calendarFrame, { kept, endedOn: ends });
  return new Map(
    [...dated].flatMap(([id, own]) => {
      const promised: PromisedDays = [fromEpochDay(own.plannedStart), fromEpochDay(own.due)];
      const was = known.get(id);
      return was?.[0] === promised[0] && was[1] === promised[1] ? [] : [[id, promised] as const];
    }),
  );
}
