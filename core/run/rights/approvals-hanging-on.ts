import type { ProcessDefinition, StepId } from "../../definition/index.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { holdsApproval } from "../state/holds-approval.ts";
import { stepsHangingOn } from "../state/steps-hanging-on.ts";

/**
 * The approvals that are asked for or not by the outcome of a decision, the answer to a question or a value that a step collects, directly or
 * through decisions and values that in turn hang on it, and the steps that are runs with an approval in them. Empty for a subject that no approval hangs on.
 */
export function approvalsHangingOn(
  subject: string,
  definition: ProcessDefinition,
  { handbook }: RunHandbook,
): readonly StepId[] {
  return stepsHangingOn(subject, definition).flatMap(({ id, kind, process }) =>
    kind === "approval" || holdsApproval(process, handbook.processes) ? [id] : [],
  );
}
