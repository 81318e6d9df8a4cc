import type { ProcessId, StepId } from "../definition/index.ts";
import { type MeasureFrame, measureRun, type RootCause, type RunMetrics } from "./measure-run.ts";
import type { RunRecord } from "./run-record.ts";

/** How one step went over many runs. */
export interface StepSummary {
  readonly step: StepId;
  readonly title: string;
  /** Runs in which it was done. */
  readonly runs: number;
  /** Business days from its planned due date to its end: the middle run, and the one that four in five do not exceed. */
  readonly medianSlipBusinessDays: number;
  readonly slipOfFourInFiveBusinessDays: number;
  /** Business days from its turn to its end, in the middle run; absent when no run tells. */
  readonly medianCycleTimeBusinessDays?: number | undefined;
}

/** How one process went over many runs. */
export interface ProcessSummary {
  readonly process: ProcessId;
  readonly running: number;
  readonly completed: number;
  readonly cancelled: number;
  /** Share of all steps done on or before their planned due date, from 0 to 1; absent when none is done. */
  readonly onTimeShare?: number | undefined;
  /** Of completed runs, in the middle one; absent when none is completed. */
  readonly medianLeadTimeBusinessDays?: number | undefined;
  readonly steps: readonly StepSummary[];
  /** How many departures each cause had, over all runs. */
  readonly causes: ReadonlyMap<RootCause, number>;
}

/** Sums up runs by process, in the order in which the processes first ran. Runs may still be running. */
export function summariseRuns(records: readonly RunRecord[], frame: MeasureFrame): ProcessSummary[] {
  const byProcess = Map.groupBy(records, ({ process }) => process);
  return [...byProcess].map(([process, own]) => {
    const metrics = own.map((record) => measureRun(record, frame));
    const count = (outcome: RunRecord["outcome"]) =>
      own.filter((record) => record.outcome === outcome).length;
    const slips = metrics.flatMap(({ tasks }) =>
      tasks.flatMap(({ slipBusinessDays }) => slipBusinessDays ?? []),
    );
    const leadTimes = metrics.flatMap((run, index) =>
      own[index]?.outcome === "completed" ? (run.leadTimeBusinessDays ?? []) : [],
    );
    return {
      process,
      running: count("running"),
      completed: count("completed"),
      cancelled: count("cancelled"),
      onTimeShare: slips.length > 0 ? slips.filter((slip) => slip <= 0).length / slips.length : undefined,
      medianLeadTimeBusinessDays: quantile(leadTimes, 0.5),
      steps: stepSummaries(metrics),
      causes: causeCounts(metrics),
    };
  });
}

function stepSummaries(metrics: readonly RunMetrics[]): StepSummary[] {
  const done = metrics.flatMap(({ tasks }) =>
    tasks.filter(({ slipBusinessDays }) => slipBusinessDays !== undefined),
  );
  return [...Map.groupBy(done, ({ step }) => step)].map(([step, tasks]) => {
    const slips = tasks.flatMap(({ slipBusinessDays }) => slipBusinessDays ?? []);
    return {
      step,
      title: tasks.at(-1)?.title ?? step,
      runs: tasks.length,
      medianSlipBusinessDays: quantile(slips, 0.5) ?? 0,
      slipOfFourInFiveBusinessDays: quantile(slips, 0.8) ?? 0,
      medianCycleTimeBusinessDays: quantile(
        tasks.flatMap(({ cycleTimeBusinessDays }) => cycleTimeBusinessDays ?? []),
        0.5,
      ),
    };
  });
}

function causeCounts(metrics: readonly RunMetrics[]): Map<RootCause, number> {
  const counts = new Map<RootCause, number>();
  for (const { causes } of metrics) {
    for (const [cause, deviations] of causes) counts.set(cause, (counts.get(cause) ?? 0) + deviations.length);
  }
  return counts;
}

/** The value that the given share of values does not exceed (nearest rank); nothing for no values. */
function quantile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
