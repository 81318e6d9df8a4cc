import type { CivilDate } from "../calendar/index.ts";
import type { StepId } from "../definition/index.ts";
import type { TaskFigures } from "./measure-run.ts";
import type { DeviationRecord, RunRecord } from "./run-record.ts";

/** The causes that departures are grouped by: what a change of the handbook would mend. */
export type RootCause =
  | "missing-step"
  | "needless-step"
  | "wrong-person"
  | "date-moved"
  | "wrong-estimate"
  | "wrong-order"
  | "rework";

/** One departure under its cause, or a task that was late without any. */
export interface CauseRecord {
  /** Null when it is about the whole run. */
  readonly step: StepId | null;
  /** Empty when it is nobody's doing. */
  readonly by: string;
  /** As it was typed; empty when none was given. */
  readonly reason: string;
  /** What a date was moved to. */
  readonly date?: CivilDate | undefined;
  /** How many business days a task was late; absent for a departure. */
  readonly lateBusinessDays?: number | undefined;
}

const causeOf: Readonly<Record<DeviationRecord["kind"], RootCause>> = {
  added: "missing-step",
  skipped: "needless-step",
  "handed-over": "wrong-person",
  moved: "date-moved",
  "closed-early": "wrong-order",
  reopened: "rework",
};

/**
 * Departures by cause, in the order they happened. A date that somebody moved is a cause of its own: it is not laid to whoever
 * had the step. A task that was done after the date agreed when its turn came is a wrong estimate, unless it was sent back or opened
 * again: then that is why.
 */
export function causesOf(
  { deviations }: Pick<RunRecord, "deviations">,
  tasks: readonly TaskFigures[],
): Map<RootCause, CauseRecord[]> {
  const departures = deviations.map(({ kind, step, by, reason, date }) => ({
    cause: causeOf[kind],
    record: { step, by, reason, ...(date !== undefined && { date }) } as CauseRecord,
  }));
  const late = tasks.flatMap(({ step, slipBusinessDays = 0, reopenCount }) =>
    slipBusinessDays > 0 && reopenCount === 0
      ? [
          {
            cause: "wrong-estimate" as const,
            record: { step, by: "", reason: "", lateBusinessDays: slipBusinessDays } as CauseRecord,
          },
        ]
      : [],
  );
  const causes = new Map<RootCause, CauseRecord[]>();
  for (const { cause, record } of [...departures, ...late])
    causes.set(cause, [...(causes.get(cause) ?? []), record]);
  return causes;
}
