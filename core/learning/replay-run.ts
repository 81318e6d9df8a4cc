import { type CivilDate, fromEpochDay, toEpochDay } from "../calendar/index.ts";
import type { ProcessDefinition, ProcessId, StepId } from "../definition/index.ts";
import type { MeasureFrame, RunRecord } from "../metrics/index.ts";
import { promiseDates, type SelectedTask, selectTasks, type TaskDays, workOfStep } from "../plan/index.ts";
import { type PastRun, pastRunUnder } from "./past-run.ts";
import { type ReplayedLife, replayedLife } from "./replayed-life.ts";

/** One step of a past run as it was, and as it would have been. Absent dates: it was not over. */
export interface ReplayedTask {
  readonly step: StepId;
  readonly title: string;
  readonly endedOn: CivilDate | undefined;
  readonly wouldEndOn: CivilDate | undefined;
  /** The day its turn would have come, and the date it would have had to meet. */
  readonly turnOn: CivilDate;
  readonly dueOn: CivilDate;
}

/** A past run under another text. */
export interface ReplayedRun {
  readonly issue: RunRecord["issue"];
  readonly anchorDate: CivilDate;
  /** The steps of the other text, without those that a decision or an answer ruled out in this run. */
  readonly tasks: readonly ReplayedTask[];
  /**
   * The day the last step due on the anchor date or before was over, of a run that begins with that date the last step of all; nothing
   * where one was not.
   */
  readonly readyOn: CivilDate | undefined;
  readonly wouldBeReadyOn: CivilDate | undefined;
  /** The date is the anchor date in force at the end; of a run that begins with it, the last date that was promised. A cancelled run meets none. */
  readonly metTheDate: boolean;
  readonly wouldMeetTheDate: boolean;
  /** The step whose end decides when it would be ready. */
  readonly heldBy: string | undefined;
  /** Steps of the other text that this run did not have: nobody can say how long they would have taken, so they take what is planned. */
  readonly unknown: readonly string[];
}

/** What a replay needs besides the run. */
export interface ReplayFrame extends MeasureFrame {
  readonly processes: ReadonlyMap<ProcessId, ProcessDefinition>;
}

/**
 * What a past run would have looked like under another text of its process. The people's real working times are kept, and only the
 * plan is another: a step that was in time ends as many business days before its date as it really did; one that was late is as
 * late again, but takes no longer from its turn than it really took; one that was done before its turn waits for nobody again. What people did
 * by hand stays done: dates they moved are moved as far, and steps they added take as long. Under the text a run really followed it gives the
 * dates it really had.
 */
export function replayRun(record: RunRecord, definition: ProcessDefinition, frame: ReplayFrame): ReplayedRun {
  const run = pastRunUnder(record, definition, frame);
  const planned = selectTasks(definition, run.lists, frame.processes);
  const days = promiseDates(
    planned,
    {
      anchor: run.anchor,
      start: definition.startsAtAnchor ? run.anchor : run.begun,
      calendar: run.calendar,
      processes: frame.processes,
    },
    { kept: daysFromTheForm(planned, run), endedOn: new Map() },
  );
  const lives = new Map<StepId, ReplayedLife>();
  for (const { id, step, dependsOn, conditional } of planned) {
    const own = days.get(id);
    // The steps of a child process are a run of their own.
    if (own === undefined || id.includes("/")) continue;
    const before = dependsOn.filter((other) => lives.has(other));
    const released = Math.max(run.begun, ...before.map((other) => lives.get(other)?.end ?? run.begun));
    const plan = { ...own, work: workOfStep(step, frame.processes), dependsOn: before, conditional };
    lives.set(id, replayedLife(id, released, plan, run));
  }
  return outcomeOf(run, planned, lives);
}

/** Dates that count from an answer of the start form, which no record keeps, are those that the run had. */
function daysFromTheForm(planned: readonly SelectedTask[], { known }: PastRun): Map<StepId, TaskDays> {
  return new Map(
    planned.flatMap(({ id, step }) => {
      const task = step.countsFrom === undefined ? undefined : known.get(id);
      if (task === undefined) return [];
      const due = toEpochDay(task.baselineDueDate);
      return [[id, { plannedStart: Math.min(due, toEpochDay(task.plannedStart)), due }] as const];
    }),
  );
}

function outcomeOf(
  run: PastRun,
  planned: readonly SelectedTask[],
  lives: ReadonlyMap<StepId, ReplayedLife>,
): ReplayedRun {
  const { record, known, addedByHand, startsAtAnchor } = run;
  const own = planned.flatMap(({ id, step }) => {
    const life = lives.get(id);
    return life === undefined || life.isLeftOut ? [] : [{ id, title: step.title, life, task: known.get(id) }];
  });
  const tasks = own.map(({ id, title, life, task }): ReplayedTask => {
    const isOver = task === undefined || task.endedAt !== undefined;
    return {
      step: id,
      title,
      endedOn: run.endOf(task),
      wouldEndOn: isOver ? fromEpochDay(life.end) : undefined,
      turnOn: fromEpochDay(life.turn),
      dueOn: fromEpochDay(life.due),
    };
  });
  const counts = (day: number) => startsAtAnchor || day <= run.anchor;
  const real = run.tasks.filter(({ baselineDueDate }) => counts(toEpochDay(baselineDueDate)));
  const byHand = addedByHand
    .filter(({ baselineDueDate }) => counts(toEpochDay(baselineDueDate)))
    .map((task) => ({ title: task.title, wouldEndOn: run.endOf(task), promised: run.promisedOf(task) }));
  const would = [
    ...own.flatMap(({ life }, index) => {
      const task = tasks[index];
      return task && counts(life.planned) ? [{ ...task, promised: life.promised }] : [];
    }),
    ...byHand,
  ];
  const readyOn = latest(real.map((task) => run.endOf(task)));
  const wouldBeReadyOn = latest(would.map(({ wouldEndOn }) => wouldEndOn));
  const dateOf = (promised: readonly number[]) =>
    startsAtAnchor ? fromEpochDay(Math.max(run.begun, ...promised)) : record.anchorDate;
  const isKept = record.outcome !== "cancelled";
  return {
    issue: record.issue,
    anchorDate: record.anchorDate,
    tasks,
    readyOn,
    wouldBeReadyOn,
    metTheDate:
      isKept && readyOn !== undefined && readyOn <= dateOf(real.map((task) => run.promisedOf(task))),
    wouldMeetTheDate:
      isKept &&
      wouldBeReadyOn !== undefined &&
      wouldBeReadyOn <= dateOf(would.map(({ promised }) => promised)),
    heldBy: would.find(({ wouldEndOn }) => wouldEndOn === wouldBeReadyOn)?.title,
    unknown: own.flatMap(({ title, task }) => (task === undefined ? [title] : [])),
  };
}

/** The latest of some days; nothing where one is missing, or there is none. */
function latest(days: readonly (CivilDate | undefined)[]): CivilDate | undefined {
  if (days.length === 0 || days.includes(undefined)) return undefined;
  return days
    .flatMap((day) => day ?? [])
    .toSorted()
    .at(-1);
}
