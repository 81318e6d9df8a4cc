import { type CivilDate, type EpochDay, toEpochDay, type WorkCalendar } from "../calendar/index.ts";
import type { ProcessDefinition, StepId } from "../definition/index.ts";
import { agreedDate, type MeasureFrame, type RunRecord, type TaskRecord } from "../metrics/index.ts";
import { addedByHand } from "./added-by-hand.ts";
import { plainTitle } from "./plain-title.ts";

/** A run that has been, as a replay of it under some text looks at it. */
export interface PastRun {
  readonly record: RunRecord;
  readonly calendar: WorkCalendar;
  readonly begun: EpochDay;
  /** The anchor date that it began with: what was moved since is a date moved by hand. */
  readonly anchor: EpochDay;
  readonly startsAtAnchor: boolean;
  /** What it had of each step of the text. */
  readonly known: ReadonlyMap<StepId, TaskRecord>;
  /** What it needed, without what a decision ruled out. */
  readonly tasks: readonly TaskRecord[];
  /** Steps that people added to it and that the text does not have. */
  readonly addedByHand: readonly TaskRecord[];
  /** The lists of its start form, as far as the record tells: how many items each had. */
  readonly lists: ReadonlyMap<string, string>;
  readonly endOf: (task: TaskRecord | undefined) => CivilDate | undefined;
  /** Whether people gave a step another date than the plan began with. */
  readonly isMoved: (task: TaskRecord) => boolean;
  /** The date a step was planned for, or that people moved it to. */
  readonly promisedOf: (task: TaskRecord) => EpochDay;
  readonly dayOf: (instant: string) => EpochDay;
}

/** Looks at a run as one of a text, which need not be the one that it followed. */
export function pastRunUnder(
  record: RunRecord,
  definition: ProcessDefinition,
  { calendarOf, dateOf }: Pick<MeasureFrame, "calendarOf" | "dateOf">,
): PastRun {
  const dayOf = (instant: string) => toEpochDay(dateOf(instant));
  const known = knownTasks(record, definition);
  const matched = new Set(known.values());
  const isNeeded = ({ status }: TaskRecord) => status !== "cancelled";
  const hasMoves = record.deviations.some(({ kind }) => kind === "moved");
  const isMoved = ({ dueDate, baselineDueDate }: TaskRecord) => hasMoves && dueDate !== baselineDueDate;
  return {
    record,
    calendar: calendarOf(record.process),
    begun: dayOf(record.startedAt),
    anchor: toEpochDay(record.firstAnchorDate ?? record.anchorDate),
    startsAtAnchor: definition.startsAtAnchor,
    known,
    tasks: record.tasks.filter(isNeeded),
    addedByHand: addedByHand(record).filter((task) => isNeeded(task) && !matched.has(task)),
    lists: listsOf(record, definition),
    endOf: (task) => (task?.endedAt === undefined ? undefined : dateOf(task.endedAt)),
    isMoved,
    promisedOf: (task) => toEpochDay(isMoved(task) ? agreedDate(task) : task.baselineDueDate),
    dayOf,
  };
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
  const own = tasks.filter(({ step, madeFrom }) => ids.has(madeFrom ?? step));
  return new Map([...own.map((task) => [task.step, task] as const), ...instead]);
}

function listsOf({ tasks }: RunRecord, { steps }: ProcessDefinition): Map<string, string> {
  return new Map(
    steps.flatMap(({ id, eachOf }) => {
      if (eachOf === undefined || tasks.some(({ step }) => step === id)) return [];
      const items = tasks.filter(({ madeFrom }) => madeFrom === id).map((_, index) => String(index + 1));
      return [[eachOf, items.join("\n")] as const];
    }),
  );
}
