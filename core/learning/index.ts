export { binomialTail } from "./binomial-tail.ts";
export { describeProposal } from "./describe-proposal.ts";
export type { Evidence, LearningRuleId, Proposal } from "./proposal.ts";
export { type LearningFacts, learningThresholds, proposeChanges } from "./propose-changes.ts";
export { type ReplayedRun, type ReplayedTask, type ReplayFrame, replayRun } from "./replay-run.ts";
export { type RunLink, type StepEvidence, stepEvidence } from "./step-evidence.ts";
export { type Duration, survivalQuantile } from "./survival-quantile.ts";
