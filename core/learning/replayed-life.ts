import { type EpochDay, toEpochDay } from "../calendar/index.ts";
import type { StepId } from "../definition/index.ts";
import { agreedDate, type TaskRecord } from "../metrics/index.ts";
import type { TaskDays } from "../plan/index.ts";
import type { PastRun } from "./past-run.ts";

/** When the turn of a step would come, the date it would have to meet, and its end. */
export interface ReplayedLife {
  readonly turn: EpochDay;
  readonly due: EpochDay;
  readonly end: EpochDay;
  /** The date in the plan, and that date as far away as people moved it. */
  readonly planned: EpochDay;
  readonly promised: EpochDay;
  /** Whether a decision or an answer ruled it out in this run: it takes no time, and what waits for it waits for those before it. */
  readonly isLeftOut: boolean;
}

/** A step in the plan that a text makes. */
export interface PlannedLife extends TaskDays {
  /** Business days that it takes. */
  readonly work: number;
  readonly dependsOn: readonly StepId[];
  /** Whether it takes part only under a condition. */
  readonly conditional: boolean;
}

/**
 * How a step would go that is planned so, once all it waits for is over on a day. Where neither its turn nor its date is other than it
 * really was, it goes as it really went; whose turn comes too late has the step's work from that day on.
 */
export function replayedLife(
  step: StepId,
  released: EpochDay,
  planned: PlannedLife,
  run: PastRun,
): ReplayedLife {
  const task = run.known.get(step);
  const plan = { planned: planned.due, promised: planned.due, isLeftOut: false };
  if (task?.status === "cancelled" || (task === undefined && planned.conditional))
    return { ...plan, turn: released, due: planned.due, end: released, isLeftOut: true };
  if (task === undefined) {
    const due = dueFrom(released, planned, run);
    return { ...plan, turn: released, due, end: due };
  }
  const went = howItWent(task, released, planned, run);
  const due = went.isAsItWas ? went.agreed : went.dueThen;
  return {
    ...plan,
    turn: went.turn,
    due,
    end: went.ended === undefined ? Math.max(went.turn, due) : endOf({ ...went, ended: went.ended }, run),
    promised: run.isMoved(task) ? due : planned.due,
  };
}

/** How a step really went, and what of that would be other. */
interface Went {
  readonly agreed: EpochDay;
  readonly ready: EpochDay | undefined;
  readonly ended: EpochDay | undefined;
  /** Whether it was done before those it waits for were over. */
  readonly isEarly: boolean;
  readonly turn: EpochDay;
  readonly dueThen: EpochDay;
  readonly isAsItWas: boolean;
}

function howItWent(task: TaskRecord, released: EpochDay, planned: PlannedLife, run: PastRun): Went {
  const { readyAt, endedAt } = task;
  const agreed = toEpochDay(agreedDate(task));
  const ready = readyAt === undefined ? undefined : run.dayOf(readyAt);
  const isEarly = endedAt !== undefined && (readyAt === undefined || endedAt < readyAt);
  const turn = turnOf(task, released, planned, run);
  const hasSamePlan = planned.due === toEpochDay(task.baselineDueDate);
  const dueThen = dueOf(task, turn, planned, run);
  // Records of version 1 do not tell what was agreed when its turn came.
  const isSameDate = dueThen === agreed || (hasSamePlan && (isEarly || task.agreedDueDate === undefined));
  return {
    agreed,
    ready,
    ended: endedAt === undefined ? undefined : run.dayOf(endedAt),
    isEarly,
    turn,
    dueThen,
    isAsItWas: isSameDate && (isEarly || turn === (ready ?? turn)),
  };
}

/** The day its turn comes: what it waited for besides the steps before it, an answer for instance, it waits for as long again. */
function turnOf(
  { readyAt, dependsOn = [] }: TaskRecord,
  released: EpochDay,
  planned: PlannedLife,
  { known, record, begun, calendar, dayOf }: PastRun,
): EpochDay {
  if (readyAt === undefined) return released;
  const before = [
    ...planned.dependsOn.map((id) => known.get(id)),
    ...record.tasks.filter(({ step }) => dependsOn.includes(step)),
  ];
  const really = Math.max(
    begun,
    ...before.flatMap((task) => (task?.endedAt === undefined ? [] : dayOf(task.endedAt))),
  );
  const ready = dayOf(readyAt);
  if (released === really) return Math.max(released, ready);
  return calendar.addBusinessDays(released, Math.max(0, calendar.businessDaysBetween(really, ready)));
}

/** The date it has to meet: one that people moved is moved as far from the date of the text. */
function dueOf(task: TaskRecord, turn: EpochDay, planned: PlannedLife, run: PastRun): EpochDay {
  if (!run.isMoved(task)) return task.readyAt === undefined ? planned.due : dueFrom(turn, planned, run);
  const [agreed, baseline] = [toEpochDay(agreedDate(task)), toEpochDay(task.baselineDueDate)];
  if (planned.due === baseline || planned.due === agreed) return agreed;
  return run.calendar.addBusinessDays(planned.due, run.calendar.businessDaysBetween(baseline, agreed));
}

/** When a step is due that nobody moved: as planned, or later where its turn comes too late for its work. */
function dueFrom(turn: EpochDay, { plannedStart, due, work }: PlannedLife, { calendar }: PastRun): EpochDay {
  return turn <= plannedStart ? due : Math.max(due, calendar.addBusinessDays(turn, work));
}

function endOf(
  { agreed, ready, ended, isEarly, turn, dueThen, isAsItWas }: Went & { readonly ended: EpochDay },
  { calendar, begun }: PastRun,
): EpochDay {
  if (isAsItWas) return ended;
  const byDate = calendar.addBusinessDays(dueThen, calendar.businessDaysBetween(agreed, ended));
  if (isEarly) return Math.max(begun, byDate);
  if (ended <= agreed) return Math.max(turn, byDate);
  const took = Math.max(0, calendar.businessDaysBetween(ready ?? ended, ended));
  return Math.max(turn, Math.min(byDate, calendar.addBusinessDays(turn, took)));
}
