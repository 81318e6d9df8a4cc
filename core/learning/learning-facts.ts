import type { Handbook, ProcessDefinition } from "../definition/index.ts";
import type { MeasureFrame, RunRecord } from "../metrics/index.ts";

/** What suggestions are made from. */
export interface LearningFacts {
  readonly definition: ProcessDefinition;
  readonly handbook: Pick<Handbook, "roles" | "processes" | "absences">;
  /** Those of other processes are left out. */
  readonly records: readonly RunRecord[];
  readonly frame: MeasureFrame;
}
