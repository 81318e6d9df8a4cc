import type { CivilDate } from "../calendar/index.ts";
import type { RunRecord, TaskRecord } from "./run-record.ts";

/** Whether a task of a run is late: its turn has come, and its due date is past. */
export function isLateTask(task: TaskRecord, run: Pick<RunRecord, "outcome">, today: CivilDate): boolean {
  return run.outcome === "running" && task.status === "ready" && task.dueDate < today;
}

/** Whether a task is held up: its due date is past, and it still waits for one before it. */
export function isHeldUpTask(task: TaskRecord, run: Pick<RunRecord, "outcome">, today: CivilDate): boolean {
  return run.outcome === "running" && task.status === "planned" && task.dueDate < today;
}
