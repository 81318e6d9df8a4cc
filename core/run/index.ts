export type { Change } from "./changes/change.ts";
export { inStages } from "./changes/in-stages.ts";
export { putOffNotice } from "./changes/put-off-notice.ts";
export {
  canBeLeftOut,
  isToldRefused,
  keyOfChange,
  type RefusedChange,
  tellRefused,
} from "./changes/refused.ts";
export { mayMeanCommand } from "./commands/may-mean-command.ts";
export { commandNames, parseCommands } from "./commands/parse-commands.ts";
export { type Decide, decide, pinnedFiles, processOfRun, type RunInput, relatedRuns } from "./decide.ts";
export { labels } from "./labels.ts";
export type { Ledger, LedgerEntry } from "./ledger/ledger.ts";
export { ledgerOf } from "./ledger/ledger-of.ts";
export { leftAloneBecause } from "./ledger/left-alone-because.ts";
export { type LeftAlone, ledgerIn } from "./ledger/notes-of.ts";
export { isStatusComment } from "./ledger/status-marker.ts";
export { type NotesPlace, openNotes, readMarker, type Seal, sealNotes, writeMarker } from "./notes/index.ts";
export { type Confirmed, carryConfirmed } from "./observed/carry-confirmed.ts";
export { type AppliedChange, foldAnswers } from "./observed/fold-answers.ts";
export { hidesStep } from "./observed/hides-step.ts";
export { isChildRun } from "./observed/is-child-run.ts";
export { isOlderRead } from "./observed/is-older-read.ts";
export { isPlaceInQuestion } from "./observed/is-place-in-question.ts";
export { isPlainStep } from "./observed/is-plain-step.ts";
export { longestLagMilliseconds } from "./observed/longest-lag.ts";
export type {
  ObservedBlocker,
  ObservedComment,
  ObservedIssue,
  ObservedPeople,
  ObservedReaction,
  ObservedRepository,
  ObservedRun,
  Permission,
  RunIssues,
} from "./observed/observed-run.ts";
export { otherKeeperOf } from "./observed/other-keeper.ts";
export { reactionsOfConcern } from "./observed/reactions-of-concern.ts";
export { seemsBehind } from "./observed/seems-behind.ts";
export { textsInQuestion } from "./observed/texts-in-question.ts";
export { titlesInQuestion } from "./observed/titles-in-question.ts";
export { workInside } from "./observed/work-of-issue.ts";
export { workTextOf } from "./observed/work-text.ts";
export { needsOtherRuns } from "./other-runs/needs-other-runs.ts";
export { type OtherRun, type OtherRunIssue, otherRunOf } from "./other-runs/other-run.ts";
export { isSamePerson } from "./people/is-same-person.ts";
export { type PeopleOfConcern, peopleOfConcern } from "./people/people-of-concern.ts";
export { factsOfRun, type RunFact } from "./record/facts-of-run.ts";
export { lastCheckOf, type RecordInput, recordOf } from "./record/record-of-run.ts";
export { isOfTeam, type Right, type RightsOnSubjects, rightsBySubject } from "./rights/index.ts";
export type { DaysAndPeople, RunFiles, RunHandbook } from "./run-handbook.ts";
export { pullRequestMark } from "./said.ts";
export { dropDoubledStart, mayBeDoubled, startInstead } from "./start/doubled-start.ts";
export { dueStarts, firstDayOfStarts, mayHaveStarts, type ScheduledStart } from "./start/due-starts.ts";
export { type StartIssue, startIssueOf } from "./start/start-issue.ts";
export { asksForProcess, runOfStepBody } from "./step-issue/index.ts";
export { offeredRevision, type UpgradeOutlook, upgradeOutlook } from "./upgrade/index.ts";
