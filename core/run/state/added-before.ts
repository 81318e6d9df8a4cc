import type { StepId } from "../../definition/index.ts";
import type { Ledger } from "../ledger/ledger.ts";

/** The steps that only this run has and that were put before a step; empty for most. */
export function addedBefore(step: StepId, { entries }: Pick<Ledger, "entries">): readonly StepId[] {
  return entries.flatMap((entry) =>
    entry.kind === "added" && entry.before?.includes(step) === true ? [entry.step] : [],
  );
}
