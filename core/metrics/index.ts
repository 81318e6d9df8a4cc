export {
  type MeasureFrame,
  measureRun,
  type RootCause,
  type RunMetrics,
  type TaskMetrics,
} from "./measure-run.ts";
export type {
  DeviationKind,
  DeviationRecord,
  Instant,
  RunRecord,
  RunsFile,
  TaskRecord,
  TaskStatus,
} from "./run-record.ts";
export { type ProcessSummary, type StepSummary, summariseRuns } from "./summarise-runs.ts";
