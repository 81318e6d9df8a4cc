import type { CivilDate } from "../../calendar/index.ts";
import type { StepId } from "../../definition/index.ts";
import type { Ledger } from "../ledger/ledger.ts";

/** When work on a step has to begin at the latest, and its promised date. */
export type PromisedDays = readonly [plannedStart: CivilDate, due: CivilDate];

/**
 * What a run has promised, step by step: the plan it began with, and what each entry since has changed. Nothing here is worked
 * out anew, so another calendar, other holidays or another version of the program leave it as it is.
 */
export function promisedDays({ baseline, entries }: Ledger): Map<StepId, PromisedDays> {
  const days = new Map<StepId, PromisedDays>();
  for (const [step, { start, due }] of baseline) days.set(step, [start, due]);
  for (const { promised } of entries) for (const [step, own] of promised ?? []) days.set(step, own);
  return days;
}
