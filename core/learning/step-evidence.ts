import { toEpochDay, type WorkCalendar } from "../calendar/index.ts";
import { type ProcessDefinition, type Step, type StepId, stepOfTask } from "../definition/index.ts";
import {
  agreedDate,
  type DeviationKind,
  type MeasureFrame,
  type RunRecord,
  type TaskRecord,
} from "../metrics/index.ts";
import { addedByHand } from "./added-by-hand.ts";
import { placeOfAdded } from "./place-of-added.ts";
import { type Duration, survivalQuantile } from "./survival-quantile.ts";

/** A run as evidence points to it. */
export type RunLink = RunRecord["issue"];

/** What past runs show of one step. Days are business days. */
export interface StepEvidence {
  readonly step: StepId;
  readonly title: string;
  /** The runs in which its turn came. */
  readonly runs: readonly RunLink[];
  /** From its turn to its end; of open ones, so far. Skipped ones took no time and are left out. */
  readonly durations: readonly Duration[];
  /** The runs in which it is done, and was not before its turn, with how long each took. */
  readonly overInTurn: { readonly runs: readonly RunLink[]; readonly durations: readonly Duration[] };
  readonly medianDays: number | undefined;
  readonly percentile80Days: number | undefined;
  /** What a quarter and three quarters of the runs stay within. */
  readonly quartileDays: readonly [number, number] | undefined;
  /** Days it had from its turn to the date agreed then, run by run, in the order of `durations`. */
  readonly givenDays: readonly number[];
  /** Days from the agreed date to its end, of those that are done: less than nothing is early. */
  readonly slipDays: readonly number[];
  /** Runs in which it took longer than it was given, those that are late now included. */
  readonly late: readonly RunLink[];
  /** Runs with a departure of a kind on it. */
  readonly departures: ReadonlyMap<DeviationKind, readonly RunLink[]>;
  /** Runs to which something was added by hand behind it. */
  readonly addedBeside: readonly RunLink[];
  /** Who got it instead, run by run: the people it was handed to last. */
  readonly handedTo: readonly (readonly string[])[];
}

/**
 * What past runs of a process show of each of its steps, in the order written. A run counts for a step once the step's turn came;
 * a run that was cancelled counts as far as it got. Steps that no run had are there with nothing in them.
 */
export function stepEvidence(
  definition: ProcessDefinition,
  records: readonly RunRecord[],
  frame: MeasureFrame,
): StepEvidence[] {
  const own = records.filter(({ process }) => process === definition.id);
  const days = { ...frame, calendar: frame.calendarOf(definition.id) };
  const added = addedIn(own, definition);
  return definition.steps.map((step) => ({
    ...evidenceOf(step, own, days),
    addedBeside: own.flatMap((run) => (added.get(run)?.has(step.id) ? [run.issue] : [])),
  }));
}

/** The steps behind which something was added by hand, run by run. */
function addedIn(
  records: readonly RunRecord[],
  definition: ProcessDefinition,
): ReadonlyMap<RunRecord, ReadonlySet<StepId>> {
  return new Map(
    records.map((run) => {
      const places = addedByHand(run).map(({ dueDate }) => placeOfAdded(dueDate, run, definition));
      return [run, new Set(places)] as const;
    }),
  );
}

/** What the days of one process are counted with. */
interface DayFrame extends Pick<MeasureFrame, "dateOf" | "today"> {
  readonly calendar: WorkCalendar;
}

function evidenceOf(
  step: Step,
  records: readonly RunRecord[],
  frame: DayFrame,
): Omit<StepEvidence, "addedBeside"> {
  const met = records.flatMap((run) => {
    const task = lastOf(
      run.tasks.filter(
        (candidate) => (candidate.madeFrom ?? candidate.step) === step.id && hasHadItsTurn(candidate),
      ),
    );
    return task ? [{ run, task }] : [];
  });
  const timed = met.filter(({ task }) => task.status === "done" || task.status === "ready");
  const durations = timed.map(({ task }) => durationOf(task, frame));
  const [first, third] = [survivalQuantile(durations, 0.25), survivalQuantile(durations, 0.75)];
  const inTurn = timed.filter(({ run, task }) => isOverInTurn(run, task, step));
  const departures = new Map<DeviationKind, RunLink[]>();
  for (const { run } of met) {
    const kinds = new Set(run.deviations.filter((one) => isOf(one.step, step)).map(({ kind }) => kind));
    for (const kind of kinds) departures.set(kind, [...(departures.get(kind) ?? []), run.issue]);
  }
  return {
    step: step.id,
    title: step.title,
    runs: met.map(({ run }) => run.issue),
    durations,
    overInTurn: {
      runs: inTurn.map(({ run }) => run.issue),
      durations: inTurn.map(({ task }) => durationOf(task, frame)),
    },
    medianDays: survivalQuantile(durations, 0.5),
    percentile80Days: survivalQuantile(durations, 0.8),
    quartileDays: first === undefined || third === undefined ? undefined : [first, third],
    givenDays: timed.map(({ task }) => givenDays(task, frame)),
    slipDays: met.flatMap(({ task }) => (task.status === "done" ? slipDays(task, frame) : [])),
    late: timed.flatMap(({ run, task }) => (isLonger(task, frame) ? [run.issue] : [])),
    departures,
    handedTo: met.flatMap(({ run, task }) =>
      run.deviations.some(({ kind, step: of }) => kind === "handed-over" && isOf(of, step))
        ? [task.assignees]
        : [],
    ),
  };
}

function isOverInTurn({ deviations }: RunRecord, { readyAt, endedAt }: TaskRecord, step: Step): boolean {
  if (readyAt === undefined || endedAt === undefined || endedAt < readyAt) return false;
  return !deviations.some(({ kind, step: of }) => kind === "closed-early" && isOf(of, step));
}

function isOf(task: StepId | null, step: Step): boolean {
  return task !== null && stepOfTask(task) === step.id;
}

/** Of tasks made from one step, the one it was, or is, waited for longest: the step is over with it. */
function lastOf(tasks: readonly TaskRecord[]): TaskRecord | undefined {
  return tasks.reduce<TaskRecord | undefined>(
    (last, task) => (last === undefined || endKey(task) > endKey(last) ? task : last),
    undefined,
  );
}

function endKey({ endedAt }: TaskRecord): string {
  return endedAt ?? "open";
}

function hasHadItsTurn({ status, readyAt, endedAt }: TaskRecord): boolean {
  return status !== "cancelled" && (readyAt !== undefined || endedAt !== undefined);
}

function durationOf(task: TaskRecord, { calendar, dateOf, today }: DayFrame): Duration {
  const isOver = task.endedAt !== undefined;
  const from = toEpochDay(dateOf(task.readyAt ?? task.endedAt ?? ""));
  const to = task.endedAt === undefined ? toEpochDay(today) : toEpochDay(dateOf(task.endedAt));
  return { days: Math.max(0, calendar.businessDaysBetween(from, to)), isOver };
}

function givenDays(task: TaskRecord, { calendar, dateOf }: DayFrame): number {
  const from = toEpochDay(dateOf(task.readyAt ?? task.endedAt ?? ""));
  return Math.max(0, calendar.businessDaysBetween(from, toEpochDay(agreedDate(task))));
}

function slipDays(task: TaskRecord, { calendar, dateOf }: DayFrame): number[] {
  if (task.endedAt === undefined) return [];
  return [calendar.businessDaysBetween(toEpochDay(agreedDate(task)), toEpochDay(dateOf(task.endedAt)))];
}

function isLonger(task: TaskRecord, frame: DayFrame): boolean {
  const end = task.endedAt === undefined ? frame.today : frame.dateOf(task.endedAt);
  return toEpochDay(end) > toEpochDay(agreedDate(task));
}
