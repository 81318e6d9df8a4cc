import type { TaskState } from "../state/task-state.ts";

/** What is said in a step that other steps may hang on: its outcome as a decision, the values that are entered in it, and the answer to the question that it asks. */
export function subjectsSettledBy({
  kind,
  step,
  definition,
  question,
}: Pick<TaskState, "kind" | "step" | "definition" | "question">): readonly string[] {
  return [
    ...(kind === "decision" ? [step] : []),
    ...(definition?.collect ?? []).map(({ id }) => id),
    ...(question ? [question.subject] : []),
  ];
}
