import type { ProcessDefinition, StepId } from "../../definition/index.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { holdsApproval } from "../state/holds-approval.ts";

/**
 * The approvals that are asked for or not by the outcome of a decision, the answer to a question or a value that a step collects, directly or
 * through decisions and values that in turn hang on it, and the steps that are runs with an approval in them. Empty for a subject that no approval hangs on.
 */
export function approvalsHangingOn(
  subject: string,
  { steps }: ProcessDefinition,
  { handbook }: RunHandbook,
): readonly StepId[] {
  const found = new Set<StepId>();
  const seen = new Set<StepId>([subject]);
  const pending = [subject];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const { id, kind, when, process, collect } of steps) {
      if (seen.has(id) || !when.some((condition) => condition.subject === next)) continue;
      seen.add(id);
      if (kind === "approval" || holdsApproval(process, handbook.processes)) found.add(id);
      if (kind === "decision") pending.push(id);
      // Of a step that is not needed nobody hears what it collects.
      pending.push(...collect.map((value) => value.id));
    }
  }
  return [...found];
}
