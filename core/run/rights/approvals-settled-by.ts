import type { StepId } from "../../definition/index.ts";
import type { TaskState } from "../state/task-state.ts";
import { approvalsHangingOn } from "./approvals-hanging-on.ts";
import type { RightsFacts } from "./claim-of.ts";

/** The approvals that hang on what is said in a step: its outcome as a decision, the values that are entered in it, and the answer to the question that it asks. */
export function approvalsSettledBy(
  { kind, step, definition, question }: Pick<TaskState, "kind" | "step" | "definition" | "question">,
  facts: Pick<RightsFacts, "definition" | "handbook">,
): readonly StepId[] {
  const subjects = [
    ...(kind === "decision" ? [step] : []),
    ...(definition?.collect ?? []).map(({ id }) => id),
    ...(question ? [question.subject] : []),
  ];
  return subjects.flatMap((subject) => approvalsHangingOn(subject, facts.definition, facts.handbook));
}
