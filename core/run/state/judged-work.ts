import type { ProcessDefinition, StepId } from "../../definition/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { addedBefore } from "./added-before.ts";
import { judgedSteps } from "./judged-steps.ts";

/**
 * The steps whose work an approval judges in the end, with those that were put before it in this run. It looks through other approvals and
 * through checkpoints, which hold no work, to what lies before them.
 */
export function judgedWork(
  definition: ProcessDefinition,
  approval: StepId,
  ledger: Pick<Ledger, "entries">,
): ReadonlySet<StepId> {
  const withoutWork = definition.steps.flatMap(({ id, kind }) =>
    kind === "approval" || kind === "checkpoint" ? [id] : [],
  );
  return judgedThrough(definition, approval, ledger).difference(new Set(withoutWork));
}

/** All that an approval rests on: the work it judges, and the approvals and checkpoints that lie between. */
export function judgedThrough(
  definition: ProcessDefinition,
  approval: StepId,
  ledger: Pick<Ledger, "entries">,
): ReadonlySet<StepId> {
  const steps = new Map(definition.steps.map((step) => [step.id, step]));
  const judgedBy = (id: StepId) => [...judgedSteps(definition, id), ...addedBefore(id, ledger)];
  const seen = new Set<StepId>();
  const pending = judgedBy(approval);
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const step = steps.get(id);
    if (step?.kind === "approval") pending.push(...judgedBy(id));
    else if (step?.kind === "checkpoint") pending.push(...step.dependsOn, ...addedBefore(id, ledger));
  }
  return seen;
}
