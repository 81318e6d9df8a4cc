import type { ProcessDefinition } from "../../core/definition/index.ts";
import type { CheckedHandbook } from "../../core/handbook/index.ts";
import {
  type Decision,
  decisionsInWords,
  learnFromRuns,
  learningThresholds,
  notAskedBefore,
  type OpenReply,
  openReplies,
  type Proposal,
  type StepFigures,
  stepFigures,
} from "../../core/learning/index.ts";
import type { MeasureFrame, RunRecord } from "../../core/metrics/index.ts";
import type { PastRuns } from "../learning-runs.ts";

/** What past runs of one process say, as far as it is not settled, and what was settled. */
export interface Suggestions {
  readonly definition: ProcessDefinition;
  readonly records: readonly RunRecord[];
  /** Of each step that enough runs had. */
  readonly steps: readonly StepFigures[];
  /** Those that were asked before and were not seen in twice as many runs since are left out. */
  readonly proposals: readonly Proposal[];
  readonly decisions: readonly Decision[];
  /** What people answered after runs, and nobody has dealt with. */
  readonly replies: readonly OpenReply[];
}

/** Reads it from the runs. */
export function suggestionsOf(
  definition: ProcessDefinition,
  { runs, dealtWith, decided }: PastRuns,
  { handbook }: CheckedHandbook,
  frame: MeasureFrame,
): Suggestions {
  const records = runs.filter(({ process }) => process === definition.id);
  const { evidence, proposals } = learnFromRuns({ definition, handbook, records, frame });
  const about = decided.filter(({ process }) => process === definition.id);
  return {
    definition,
    records,
    steps: stepFigures(evidence, learningThresholds.fewest),
    proposals: notAskedBefore(proposals, about),
    decisions: decisionsInWords(about, { definition, roles: handbook.roles }, handbook.config.timeZone),
    ...openReplies(records, dealtWith, Number.POSITIVE_INFINITY),
  };
}
