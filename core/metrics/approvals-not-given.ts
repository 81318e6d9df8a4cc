import type { RunRecord, TaskRecord } from "./run-record.ts";

/** The approvals of a run that were left out and so not given, in plan order; records of every version tell. */
export function approvalsNotGiven({ tasks }: Pick<RunRecord, "tasks">): readonly TaskRecord[] {
  return tasks.filter(isNotApproved);
}

/** Whether a task is an approval that was left out. */
export function isNotApproved({ kind, status }: Pick<TaskRecord, "kind" | "status">): boolean {
  return kind === "approval" && status === "skipped";
}
