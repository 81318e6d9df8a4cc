import type { Instant } from "../../metrics/index.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";
import { hasSaid } from "../said.ts";
import type { TaskState } from "../state/task-state.ts";
import type { StatusFacts } from "../status-comment.ts";
import { assignmentChanges } from "./assignment.ts";
import type { Change } from "./change.ts";
import { dateBack } from "./date-back.ts";

/** By what a word to people is known that something they did to a step is put back; each with when they did it. */
export const putBackKeys = {
  assigned: (at: Instant) => `assigned again ${at}`,
  dated: (at: Instant) => `dated again ${at}`,
};

/** What people were told is put back of a step, and is not yet: the step has ended since. Whatever else is changed by hand then stays. */
export function promisedBack(
  task: TaskState,
  issue: ObservedIssue,
  facts: Pick<StatusFacts, "observed" | "ledger">,
): Change[] {
  const { assignment, dating } = issue;
  const isAssignedBack = assignment && hasSaid(putBackKeys.assigned(assignment.at), issue);
  const isDatedBack = dating && hasSaid(putBackKeys.dated(dating.at), issue);
  return [
    ...(isAssignedBack ? assignmentChanges(task, issue, facts) : []),
    ...(isDatedBack ? dateBack(task, issue) : []),
  ];
}
