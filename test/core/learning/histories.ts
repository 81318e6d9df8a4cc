import {
  createAttendance,
  createWorkCalendar,
  type EpochDay,
  fromEpochDay,
  toEpochDay,
} from "../../../core/calendar/index.ts";
import type { ProcessDefinition, StepId } from "../../../core/definition/index.ts";
import type { DeviationRecord, MeasureFrame, RunRecord, TaskRecord } from "../../../core/metrics/index.ts";
import { type PlannedTask, scheduleRun } from "../../../core/plan/index.ts";
import { date } from "../../builders.ts";

export const calendar = createWorkCalendar({
  workweek: [1, 2, 3, 4, 5],
  publicHolidays: () => [],
  closed: [],
});

export const frame: MeasureFrame = {
  calendarOf: () => calendar,
  dateOf: (instant) => date(instant.slice(0, 10)),
  today: date("2026-12-01"),
};

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What happens in a generated run. */
export interface Life {
  readonly number: number;
  readonly startedOn: string;
  readonly anchorDate: string;
  /** Business days from the turn of a step to its end; 0 is the same day. `given` is what its date leaves it. */
  readonly days: (step: StepId, given: number) => number;
  readonly departures?: readonly Partial<DeviationRecord>[];
  /** Steps added by hand: title and due date. */
  readonly added?: readonly (readonly [title: string, due: string])[];
  /** Whether a step whose turn comes too late has its work from that day on, as the bot agrees dates. */
  readonly agreesFromTurn?: true;
  /** The day the record was made; whatever would end later is still open. */
  readonly seenOn?: string;
}

function agreedFrom(turn: EpochDay, { plannedStart, dueDate }: PlannedTask): EpochDay {
  const [start, due] = [toEpochDay(plannedStart), toEpochDay(dueDate)];
  const work = calendar.businessDaysBetween(start, due);
  return Math.max(due, turn > start ? calendar.addBusinessDays(turn, work) : due);
}

/** The record of a run in which every step takes the days that a life says. */
export function recordOf(definition: ProcessDefinition, life: Life): RunRecord {
  const plan = scheduleRun({
    definition,
    anchorDate: date(life.anchorDate),
    today: date(life.startedOn),
    calendar,
    roles: new Map(),
    nameOf: (login) => login,
    attendance: createAttendance({ team: calendar, absences: new Map(), ownCalendar: () => undefined }),
    answers: new Map(),
    processes: new Map(),
  });
  const ends = new Map<StepId, number>();
  const seen = toEpochDay(date(life.seenOn ?? "2099-12-31"));
  const instant = (day: number) => `${fromEpochDay(day)}T12:00:00Z`;
  const tasks = plan.tasks.map((task): TaskRecord => {
    const turn = Math.max(toEpochDay(date(life.startedOn)), ...task.dependsOn.map((id) => ends.get(id) ?? 0));
    const due = life.agreesFromTurn ? agreedFrom(turn, task) : toEpochDay(task.dueDate);
    const end = calendar.addBusinessDays(
      turn,
      life.days(task.step, Math.max(0, calendar.businessDaysBetween(turn, due))),
    );
    ends.set(task.step, end);
    const hasTurn = turn <= seen;
    return {
      step: task.step,
      title: task.title,
      kind: task.kind,
      roles: task.roles,
      assignees: [],
      status: !hasTurn ? "planned" : end > seen ? "ready" : "done",
      baselineDueDate: task.dueDate,
      dueDate: task.dueDate,
      agreedDueDate: fromEpochDay(due),
      plannedStart: task.plannedStart,
      dependsOn: task.dependsOn,
      ...(hasTurn && { readyAt: instant(turn) }),
      ...(end <= seen && { endedAt: instant(end) }),
      reopenCount: 0,
    };
  });
  const added = (life.added ?? []).map(
    ([title, due], index): TaskRecord => ({
      step: `added-${index + 1}`,
      title,
      kind: "task",
      roles: [],
      assignees: ["demo-tom"],
      status: "done",
      baselineDueDate: date(due),
      dueDate: date(due),
      plannedStart: date(due),
      readyAt: `${life.startedOn}T12:00:00Z`,
      endedAt: `${due}T12:00:00Z`,
      reopenCount: 0,
    }),
  );
  const lastEnd = Math.max(...ends.values());
  const departures = [
    ...(life.departures ?? []),
    ...added.map(({ step }) => ({ kind: "added" as const, step })),
  ];
  return {
    process: definition.id,
    title: definition.title,
    revision: "0".repeat(40),
    issue: { number: life.number, url: `https://github.example/acme/handbook/issues/${life.number}` },
    anchorDate: date(life.anchorDate),
    startedBy: "demo-lena",
    startedAt: `${life.startedOn}T08:00:00Z`,
    ...(lastEnd <= seen && { endedAt: instant(lastEnd) }),
    outcome: lastEnd <= seen ? "completed" : "running",
    tasks: [...tasks, ...added],
    deviations: departures.map((departure) => ({
      kind: "skipped",
      step: null,
      by: "demo-lena",
      at: `${life.startedOn}T12:00:00Z`,
      reason: "",
      ...departure,
    })),
  };
}
