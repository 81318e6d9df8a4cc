import type { ProcessDefinition, StepId } from "../../definition/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { taskProgressOf } from "./task-progress.ts";

/** Whether a step of a run is over by its ledger: done, decided, approved or skipped, and not opened again since. */
export function stepsOver(ledger: Ledger, definition: ProcessDefinition): (step: StepId) => boolean {
  const known = new Map<StepId, boolean>();
  return (step) => {
    const isOver = known.get(step) ?? taskProgressOf(step, ledger, definition).status !== undefined;
    known.set(step, isOver);
    return isOver;
  };
}
