import type { TaskRecord } from "./run-record.ts";

/**
 * Who has a task now, by GitHub login: of an approval those who have yet to agree, of a step that waits for an answer whoever was
 * asked, of every other its people. Empty where nobody of the team has it.
 */
export function peopleNow({ assignees, awaited }: TaskRecord): readonly string[] {
  return awaited ?? assignees;
}
