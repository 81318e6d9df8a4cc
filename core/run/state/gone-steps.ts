import type { StepId } from "../../definition/index.ts";
import type { Ledger } from "../ledger/ledger.ts";

/** The steps that newer texts of the handbook have taken from a run, with the titles they had. One that a later text brings back may be among them. */
export function goneSteps({ entries }: Pick<Ledger, "entries">): ReadonlyMap<StepId, string> {
  return new Map(entries.flatMap((entry) => (entry.kind === "upgraded" ? [...entry.gone] : [])));
}
