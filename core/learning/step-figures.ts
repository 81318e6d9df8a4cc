import type { StepId } from "../definition/index.ts";
import type { DeviationKind } from "../metrics/index.ts";
import type { StepEvidence } from "./step-evidence.ts";

/** What enough past runs show of one step, in numbers. Days are business days; absent where too many are still open to tell. */
export interface StepFigures {
  readonly step: StepId;
  readonly title: string;
  /** In how many runs its turn came. */
  readonly runs: number;
  /** From its turn to its end: half took no longer, eight of ten took no longer, and the middle half lies between these two. */
  readonly medianDays?: number | undefined;
  readonly percentile80Days?: number | undefined;
  readonly quartileDays?: readonly [number, number] | undefined;
  /** From its date to its end, the middle of those that are done: less than nothing is early. */
  readonly medianSlipDays?: number | undefined;
  /** In how many runs each of these happened. */
  readonly late: number;
  readonly handedOver: number;
  readonly skipped: number;
  readonly reopened: number;
  readonly closedEarly: number;
  readonly addedBeside: number;
}

/** The figures of the steps that at least so many runs had, in the order written. */
export function stepFigures(evidence: readonly StepEvidence[], fewest: number): StepFigures[] {
  return evidence
    .filter(({ runs }) => runs.length >= fewest)
    .map((of) => {
      const times = (kind: DeviationKind) => of.departures.get(kind)?.length ?? 0;
      return {
        step: of.step,
        title: of.title,
        runs: of.runs.length,
        medianDays: of.medianDays,
        percentile80Days: of.percentile80Days,
        quartileDays: of.quartileDays,
        medianSlipDays: of.slipDays.toSorted((a, b) => a - b)[Math.ceil(of.slipDays.length / 2) - 1],
        late: of.late.length,
        handedOver: times("handed-over"),
        skipped: times("skipped"),
        reopened: times("reopened"),
        closedEarly: times("closed-early"),
        addedBeside: of.addedBeside.length,
      };
    });
}
