export { type AgreedNote, readAgreed } from "./agreed-note.ts";
export { agreedSince, agrees } from "./agreement.ts";
export type { CheckAnnotation, CheckReport } from "./check-report.ts";
export { concernsHandbook } from "./concerns-handbook.ts";
export {
  decidePullRequest,
  mergedMark,
  type PullRequestChange,
  type PullRequestOptions,
} from "./decide-pull-request.ts";
export { openHeadNote, readHeadNote, sealHeadNote, withoutHeadNote } from "./head-note.ts";
export { meaningMark } from "./meaning-comment.ts";
export type {
  ObservedCheck,
  ObservedNote,
  ObservedPullRequest,
  ObservedReadingIssue,
  PastRunsRead,
  PullRequestComment,
  RunInFlight,
} from "./observed-pull-request.ts";
export { processesReplayed } from "./replay-part.ts";
export type { Asked } from "./reviewers.ts";
