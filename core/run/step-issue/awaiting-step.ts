import { inPlaceOf } from "../../plan/index.ts";
import { text } from "../../text/index.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import { readAwaitingAbove } from "./awaiting-above.ts";
import type { StepIssueFacts } from "./step-issue-facts.ts";

/**
 * The steps of runs beside this one that wait for a step, as the run above told it last. Whoever waits for a step that is left out waits
 * for those before it.
 */
export function awaitingStep({
  task,
  state,
  definition,
  handbook,
  observed: { run },
}: StepIssueFacts): { readonly title: string; readonly people: readonly string[] }[] {
  const awaiting = isChildRun(run) ? readAwaitingAbove(run.writtenBody) : [];
  if (awaiting.length === 0) return [];
  const written = handbook.handbook.processes.get(definition.id) ?? definition;
  const kept = state.tasks.flatMap((own) =>
    own.isLeftOut || own.definition === undefined ? [] : [{ id: own.step, step: own.definition }],
  );
  return awaiting
    .filter(({ step }) => inPlaceOf(step, written, kept).includes(task.step))
    .map(({ people, ...waiting }) => ({ title: text.siblings.nameOf(waiting), people }));
}
