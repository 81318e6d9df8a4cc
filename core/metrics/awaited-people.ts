import { toEpochDay } from "../calendar/index.ts";
import { text } from "../text/index.ts";
import { countOf, type Figure, measured } from "./figure.ts";
import type { MeasureFrame } from "./measure-frame.ts";
import { isTurn, type RunTask } from "./open-work.ts";
import { peopleNow } from "./people-now.ts";
import type { RunRecord } from "./run-record.ts";
import { isLateTask } from "./task-standing.ts";

/** Somebody whose turn it is. */
export interface AwaitedPerson {
  /** GitHub login; empty for steps that nobody of the team has. */
  readonly login: string;
  /** Steps whose turn it is. */
  readonly steps: Figure;
  readonly late: Figure;
  /** Business days since the turn of the step that waits longest; without a value where no record says since when. */
  readonly waits: Figure;
}

/** Who is waited for in all runs that go on, most late steps first. A step of two people counts for both. */
export function awaitedPeople(
  runs: readonly RunRecord[],
  { today, dateOf, calendarOf }: MeasureFrame,
): AwaitedPerson[] {
  const turns = runs
    .filter(({ outcome }) => outcome === "running")
    .flatMap((run) => run.tasks.filter(isTurn).map((task): RunTask => ({ run, task })));
  const people = Map.groupBy(
    turns.flatMap((turn) => {
      const logins = peopleNow(turn.task);
      return (logins.length === 0 ? [""] : logins).map((login) => ({ login, turn }));
    }),
    ({ login }) => login,
  );
  const days = ({ run, task }: RunTask) =>
    task.readyAt === undefined
      ? []
      : [calendarOf(run.process).businessDaysBetween(toEpochDay(dateOf(task.readyAt)), toEpochDay(today))];
  return [...people]
    .map(([login, own]): AwaitedPerson => {
      const tasks = own.map(({ turn }) => turn);
      const waited = tasks.flatMap(days);
      const longest = waited.length === 0 ? undefined : Math.max(0, ...waited);
      const late = tasks.filter(({ run, task }) => isLateTask(task, run, today));
      return {
        login,
        steps: countOf(tasks.length, text.figures.turns),
        late: countOf(late.length, text.figures.lateNow),
        waits: measured(longest, text.figures.longestWait),
      };
    })
    .sort((a, b) => b.late.n - a.late.n || b.steps.n - a.steps.n || (a.login < b.login ? -1 : 1));
}
