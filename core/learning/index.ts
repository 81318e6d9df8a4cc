export { notAskedBefore } from "./asked-before.ts";
export { binomialTail } from "./binomial-tail.ts";
export { changesDates } from "./changes-dates.ts";
export {
  decideLearning,
  isDayOfLearning,
  type LearningChange,
  type ObservedLearning,
} from "./decide-learning.ts";
export { type Decision, decisionsInWords } from "./decisions-in-words.ts";
export { decisionsOfPull } from "./decisions-of-pull.ts";
export { describeProposal, type ProposalPlace, proposalSentences } from "./describe-proposal.ts";
export { followTicks, type TickedPull } from "./follow-ticks.ts";
export { type Learnt, learnFromRuns } from "./learn-from-runs.ts";
export type { LearningFacts } from "./learning-facts.ts";
export { type LearningPull, learningBranch, readLearningBranch, readNamedReplies } from "./learning-pull.ts";
export { learningThresholds } from "./learning-thresholds.ts";
export { type OpenReply, openReplies } from "./open-replies.ts";
export { type Evidence, type LearningRuleId, learningRules, type Proposal } from "./proposal.ts";
export { proposeChanges } from "./propose-changes.ts";
export { replayInWords } from "./replay-in-words.ts";
export { type ReplayedRun, type ReplayedTask, type ReplayFrame, replayRun } from "./replay-run.ts";
export { runsNamed } from "./runs-named.ts";
export { type RunLink, type StepEvidence, stepEvidence } from "./step-evidence.ts";
export { type StepFigures, stepFigures } from "./step-figures.ts";
export { type StepSpan, stepSpans } from "./step-spans.ts";
export { type ReplaySummary, summariseReplay, type UnknownSteps } from "./summarise-replay.ts";
export { type Duration, survivalQuantile } from "./survival-quantile.ts";
export { withSuggestions } from "./with-suggestions.ts";
