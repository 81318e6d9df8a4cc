import type { StepId } from "../definition/index.ts";
import type { Wish } from "../edit/index.ts";
import type { RunLink } from "./step-evidence.ts";

/** Ids of the rules by which runs suggest a change; they never change. */
export const learningRules = [
  "too-short",
  "too-long",
  "always-added",
  "always-skipped",
  "always-handed-over",
  "often-refused",
  "never-waits",
] as const;

export type LearningRuleId = (typeof learningRules)[number];

/** Whether an id is that of a rule that is known. */
export function isLearningRule(id: string): id is LearningRuleId {
  return learningRules.some((rule) => rule === id);
}

/** What a suggestion rests on: how many runs of how many, and which. */
export interface Evidence {
  readonly hits: number;
  readonly n: number;
  readonly runs: readonly RunLink[];
  /**
   * Business days that half of the runs and eight of ten stay within, only where time is the matter: past its date where there
   * was too little of it, from its turn to its end where there was too much.
   */
  readonly days?: { readonly median: number; readonly percentile80: number } | undefined;
}

/** One change that past runs suggest. It is a suggestion with its evidence, never a cause. */
export interface Proposal {
  readonly rule: LearningRuleId;
  readonly step: StepId;
  readonly title: string;
  readonly evidence: Evidence;
  /** The edit of the file that would do it; nothing where people have to decide what to do. */
  readonly wish?: Wish | undefined;
  /** Business days that the suggestion would spare, over the runs seen; what is worth more comes first. */
  readonly worth: number;
  /** What the sentence has to name besides: who got it instead, or the step it would come after. */
  readonly detail: string;
}
