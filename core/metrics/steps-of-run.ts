import type { CivilDate } from "../calendar/index.ts";
import type { RunStepState } from "../text/index.ts";
import { isNotApproved } from "./approvals-not-given.ts";
import { awaitedBefore } from "./awaited-before.ts";
import type { MeasureFrame } from "./measure-frame.ts";
import { endedOn, isTurn } from "./open-work.ts";
import type { RunRecord, TaskRecord } from "./run-record.ts";
import { expectedInstead, isHeldUpTask, isLateTask } from "./task-standing.ts";

/** A task of a run with where it stands on a day. */
export interface StepOfRun {
  readonly task: TaskRecord;
  readonly state: RunStepState;
  /** The day it was closed; absent while it is open, and where nobody knows. */
  readonly endedOn?: CivilDate | undefined;
  /** When it is expected, where that is after its promised date; absent for everything else. */
  readonly expected?: CivilDate | undefined;
  /** The date of the plan as first issued, where it has another one now. */
  readonly plannedFor?: CivilDate | undefined;
  /** The tasks that wait for this one and no other between; empty at the end, and in records of version 1, which do not say. */
  readonly followers: readonly TaskRecord[];
  /** The tasks whose turn it is that it waits for; empty where it does not wait. */
  readonly waitsFor: readonly TaskRecord[];
}

/** Every task of a run in plan order, as it stands on the day of the frame. */
export function stepsOfRun(run: RunRecord, { today, dateOf }: MeasureFrame): StepOfRun[] {
  const followersOf = new Map<string, TaskRecord[]>();
  for (const task of run.tasks)
    for (const before of task.dependsOn ?? [])
      followersOf.set(before, [...(followersOf.get(before) ?? []), task]);
  return run.tasks.map((task): StepOfRun => {
    const state = stateOf(task, run, today);
    const isWaiting = state === "waiting" || state === "held-up";
    return {
      task,
      state,
      endedOn: endedOn(task, dateOf),
      expected: expectedInstead(task, run, today),
      plannedFor: task.baselineDueDate === task.dueDate ? undefined : task.baselineDueDate,
      followers: followersOf.get(task.step) ?? [],
      waitsFor: isWaiting ? awaitedBefore(task, run) : [],
    };
  });
}

function stateOf(task: TaskRecord, run: RunRecord, today: CivilDate): RunStepState {
  if (isNotApproved(task)) return "not-approved";
  if (task.status === "done" || task.status === "skipped" || task.status === "cancelled") return task.status;
  if (isLateTask(task, run, today)) return "late";
  if (run.outcome === "running" && isTurn(task)) return "ready";
  return isHeldUpTask(task, run, today) ? "held-up" : "waiting";
}
