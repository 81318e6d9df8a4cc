export { approvalsNotGiven, isNotApproved } from "./approvals-not-given.ts";
export { awaitedBefore } from "./awaited-before.ts";
export { type AwaitedPerson, awaitedPeople } from "./awaited-people.ts";
export { type CollectedFigure, collectedFigures } from "./collected-figures.ts";
export { type DateAtRisk, datesAtRisk } from "./dates-at-risk.ts";
export type { Figure, MiddleFigure, ShareFigure } from "./figure.ts";
export {
  figuresOfRuns,
  type GroupFigures,
  type ProcessFigures,
  type RunsFigures,
  type StepFigures,
  type TasksFigures,
} from "./figures-of-runs.ts";
export { lateFirst } from "./late-first.ts";
export { type MeasureFrame, measureFrameOf } from "./measure-frame.ts";
export {
  agreedDate,
  measureRun,
  type ReactionFigures,
  type RunFigures,
  type TaskFigures,
} from "./measure-run.ts";
export { type OpenTasks, openTasksOf } from "./open-tasks.ts";
export {
  endedOn,
  isOpen,
  isTurn,
  type OpenWork,
  openWorkOf,
  type RunTask,
  type Whose,
} from "./open-work.ts";
export { peopleNow } from "./people-now.ts";
export { type RunsFileReading, readRunsFile } from "./read-runs-file.ts";
export type { CauseRecord, RootCause } from "./root-causes.ts";
export type {
  Agreement,
  CollectedRecord,
  Confirmation,
  DecidedSuggestion,
  DeviationKind,
  DeviationRecord,
  HandbookActivity,
  Instant,
  OpenProposal,
  RespondRecord,
  RetrospectiveAnswer,
  RetrospectiveQuestion,
  RunRecord,
  RunsFile,
  TaskRecord,
  TaskStatus,
} from "./run-record.ts";
export { retrospectiveQuestions } from "./run-record.ts";
export { type StepOfRun, stepsOfRun } from "./steps-of-run.ts";
export { type SuggestedChange, suggestedChangeSchema } from "./suggested-change.ts";
export { expectedInstead, isHeldUpTask, isLateTask } from "./task-standing.ts";
