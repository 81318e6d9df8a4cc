import {
  type CivilDate,
  createAttendance,
  type EpochDay,
  fromEpochDay,
  toEpochDay,
  type WorkCalendar,
} from "../calendar/index.ts";
import type { ProcessDefinition, ProcessId, StepId } from "../definition/index.ts";
import { agreedDate, type MeasureFrame, type RunRecord, type TaskRecord } from "../metrics/index.ts";
import { scheduleRun } from "../plan/index.ts";
import { plainTitle } from "./plain-title.ts";

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
  readonly tasks: readonly ReplayedTask[];
  /** The day the last step due on the anchor date or before was over; nothing where one was not. */
  readonly readyOn: CivilDate | undefined;
  readonly wouldBeReadyOn: CivilDate | undefined;
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
 * late again, but takes no longer from its turn than it really took. Under the text a run really followed it gives the dates
 * it really had.
 */
export function replayRun(record: RunRecord, definition: ProcessDefinition, frame: ReplayFrame): ReplayedRun {
  const { calendarOf, dateOf } = frame;
  const calendar = calendarOf(record.process);
  const plan = scheduleRun({
    definition,
    anchorDate: record.anchorDate,
    today: dateOf(record.startedAt),
    calendar,
    roles: new Map(),
    nameOf: (login) => login,
    attendance: createAttendance({ team: calendar, absences: new Map(), ownCalendar: () => undefined }),
    answers: listsOf(record, definition),
    processes: frame.processes,
  });
  const known = knownTasks(record, definition);
  const lives = new Map<StepId, Life>();
  const begun = toEpochDay(dateOf(record.startedAt));
  const own = plan.tasks.filter(({ step }) => !step.includes("/"));
  for (const planned of own) {
    const turn = Math.max(begun, ...planned.dependsOn.map((id) => lives.get(id)?.end ?? begun));
    const task = known.get(planned.step);
    lives.set(
      planned.step,
      lifeOf(
        task,
        turn,
        { start: toEpochDay(planned.plannedStart), due: toEpochDay(planned.dueDate) },
        { calendar, dateOf },
      ),
    );
  }
  const tasks = own.map(({ step, title, dueDate }) => {
    const task = known.get(step);
    const { turn, due, end } = lives.get(step) ?? { turn: begun, due: toEpochDay(dueDate), end: begun };
    const isOver = task === undefined || task.endedAt !== undefined;
    return {
      step,
      title,
      endedOn: task?.endedAt === undefined ? undefined : dateOf(task.endedAt),
      wouldEndOn: isOver ? fromEpochDay(end) : undefined,
      turnOn: fromEpochDay(turn),
      dueOn: fromEpochDay(due),
    };
  });
  return outcomeOf(
    record,
    tasks,
    new Set(own.filter(({ dueDate }) => dueDate <= record.anchorDate).map(({ step }) => step)),
    known,
  );
}

/** When the turn of a step would come, the date it would have to meet, and its end. */
interface Life {
  readonly turn: EpochDay;
  readonly due: EpochDay;
  readonly end: EpochDay;
}

/**
 * What the run had of each step: by its id, and for a step that the run did not have the one of the same title that was added to it by hand,
 * since that is the same work.
 */
function knownTasks({ tasks }: RunRecord, { steps }: ProcessDefinition): Map<StepId, TaskRecord> {
  const ids = new Set(steps.map(({ id }) => id));
  const ofRun = new Set(tasks.map(({ step }) => step));
  const byHand = new Map(
    tasks.filter(({ step }) => !ids.has(step)).map((task) => [plainTitle(task.title), task] as const),
  );
  const instead = steps.flatMap(({ id, title }) => {
    const task = ofRun.has(id) ? undefined : byHand.get(plainTitle(title));
    return task ? [[id, task] as const] : [];
  });
  return new Map([...tasks.map((task) => [task.step, task] as const), ...instead]);
}

/** The lists of a past run, as far as its record tells: how many items each had. */
function listsOf({ tasks }: RunRecord, { steps }: ProcessDefinition): Map<string, string> {
  return new Map(
    steps.flatMap(({ id, eachOf }) => {
      if (eachOf === undefined || tasks.some(({ step }) => step === id)) return [];
      const items = tasks.filter(({ madeFrom }) => madeFrom === id).map((_, index) => String(index + 1));
      return [[eachOf, items.join("\n")] as const];
    }),
  );
}

/** What the text plans for a step. */
interface PlannedDays {
  readonly start: EpochDay;
  readonly due: EpochDay;
}

/**
 * How a step would go when its turn comes on one day and the text plans it for others. Where neither is other than it really was, it
 * goes as it really went. A date that was moved by hand is moved as far from the date of the text; whose turn comes too late has the
 * step's work from that day on.
 */
function lifeOf(
  task: TaskRecord | undefined,
  turn: EpochDay,
  planned: PlannedDays,
  { calendar, dateOf }: Pick<MeasureFrame, "dateOf"> & { readonly calendar: WorkCalendar },
): Life {
  if (task === undefined) return { turn, due: planned.due, end: Math.max(turn, planned.due) };
  const agreed = toEpochDay(agreedDate(task));
  const baseline = toEpochDay(task.baselineDueDate);
  const isMoved = task.dueDate !== task.baselineDueDate;
  const moved = isMoved
    ? calendar.addBusinessDays(planned.due, calendar.businessDaysBetween(baseline, agreed))
    : dueFrom(turn, planned, calendar);
  if (task.endedAt === undefined) {
    const due = planned.due === baseline ? agreed : moved;
    return { turn, due, end: Math.max(turn, due) };
  }
  const ended = toEpochDay(dateOf(task.endedAt));
  const ready = toEpochDay(dateOf(task.readyAt ?? task.endedAt));
  if (planned.due === baseline && turn === ready) return { turn, due: agreed, end: ended };
  const byDate = calendar.addBusinessDays(moved, calendar.businessDaysBetween(agreed, ended));
  if (ended <= agreed) return { turn, due: moved, end: Math.max(turn, byDate) };
  const took = Math.max(0, calendar.businessDaysBetween(ready, ended));
  return { turn, due: moved, end: Math.max(turn, Math.min(byDate, calendar.addBusinessDays(turn, took))) };
}

/** When a step is due that nobody moved: as planned, or later where its turn comes too late for its work. */
function dueFrom(turn: EpochDay, { start, due }: PlannedDays, calendar: WorkCalendar): EpochDay {
  return turn <= start
    ? due
    : Math.max(due, calendar.addBusinessDays(turn, calendar.businessDaysBetween(start, due)));
}

function outcomeOf(
  record: RunRecord,
  tasks: readonly ReplayedTask[],
  beforeAnchor: ReadonlySet<StepId>,
  known: ReadonlyMap<StepId, TaskRecord>,
): ReplayedRun {
  const counted = tasks.filter(({ step }) => beforeAnchor.has(step));
  const real = counted.filter(({ step }) => known.has(step));
  const readyOn = latest(real.map(({ endedOn }) => endedOn));
  const wouldBeReadyOn = latest(counted.map(({ wouldEndOn }) => wouldEndOn));
  return {
    issue: record.issue,
    anchorDate: record.anchorDate,
    tasks,
    readyOn,
    wouldBeReadyOn,
    metTheDate: readyOn !== undefined && readyOn <= record.anchorDate,
    wouldMeetTheDate: wouldBeReadyOn !== undefined && wouldBeReadyOn <= record.anchorDate,
    heldBy: counted.find(({ wouldEndOn }) => wouldEndOn === wouldBeReadyOn)?.title,
    unknown: tasks.filter(({ step }) => !known.has(step)).map(({ title }) => title),
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
