import type { RunRecord, TaskRecord } from "./run-record.ts";

/** The approvals of a run that were left out and so not given, in plan order; records of every version tell. */
export function approvalsNotGiven({ tasks }: Pick<RunRecord, "tasks">): readonly TaskRecord[] {
  return tasks.filter(isNotApproved);
}

/** Whether a task was left out and with it an approval: itself, or one in the run that it is. Older records tell only of the first. */
export function isNotApproved({
  kind,
  status,
  isNotApproved: isNoted,
}: Pick<TaskRecord, "kind" | "status" | "isNotApproved">): boolean {
  return isNoted === true || (kind === "approval" && status === "skipped");
}
