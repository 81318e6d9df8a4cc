import type { ObservedIssue } from "../observed/observed-run.ts";
import type { TaskState } from "../state/task-state.ts";
import type { Change } from "./change.ts";

/** The promised date, where somebody has set another by hand that does not hold. */
export function dateBack({ dueDate }: TaskState, { number, dating }: ObservedIssue): Change[] {
  if (dating === undefined || dating.isOurs || dating.date === dueDate) return [];
  return [{ kind: "set-due-date", issue: number, date: dueDate }];
}
