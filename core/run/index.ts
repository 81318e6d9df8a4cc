export type { Change } from "./change.ts";
export { decide, pinnedFiles, processOfRun, type RunInput, relatedRuns } from "./decide.ts";
export { dueStarts, isScheduledStart, type ScheduledStart } from "./due-starts.ts";
export { type AppliedChange, foldAnswers } from "./fold-answers.ts";
export { labels } from "./labels.ts";
export type { Ledger, LedgerEntry } from "./ledger.ts";
export type {
  ObservedBlocker,
  ObservedComment,
  ObservedIssue,
  ObservedPeople,
  ObservedRepository,
  ObservedRun,
  Permission,
} from "./observed-run.ts";
export { otherKeeperOf } from "./other-keeper.ts";
export { commandNames, parseCommands } from "./parse-commands.ts";
export { type PeopleOfConcern, peopleOfConcern } from "./people-of-concern.ts";
export { lastCheckOf, recordOf } from "./record-of-run.ts";
export type { RunFiles, RunHandbook } from "./run-handbook.ts";
export { isStatusComment } from "./status-comment.ts";
export { runOfStepBody } from "./step-issue/index.ts";
