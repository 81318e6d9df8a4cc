export type {
  DeviationKind,
  DeviationRecord,
  Instant,
  RunRecord,
  RunsFile,
  TaskRecord,
  TaskStatus,
} from "./run-record.ts";
