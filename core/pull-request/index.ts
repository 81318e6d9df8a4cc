export { type AgreedNote, readAgreed } from "./agreed-note.ts";
export { agreedSince, agrees } from "./agreement.ts";
export { readCheckNote, writeCheckNote } from "./check-note.ts";
export type { CheckAnnotation, CheckReport } from "./check-report.ts";
export { concernsHandbook } from "./concerns-handbook.ts";
export { decideChecks, type WriteCheck } from "./decide-checks.ts";
export {
  decidePullRequest,
  isDoneAfterMerge,
  type PullRequestChange,
  type PullRequestOptions,
} from "./decide-pull-request.ts";
export {
  type HeadNote,
  isBesideOthers,
  readHeadNote,
} from "./head-note.ts";
export { isMeaningComment } from "./meaning-comment.ts";
export { meaningsAt } from "./meanings-at.ts";
export type {
  ObservedPullRequest,
  ObservedReadingIssue,
  PastRunsRead,
  PullRequestComment,
  RunInFlight,
} from "./observed-pull-request.ts";
export type { ObservedCheck, ObservedNote, ProposedCommit, ProposedMerge } from "./proposed-merge.ts";
export { processesReplayed } from "./replay-part.ts";
export type { Asked } from "./reviewers.ts";
