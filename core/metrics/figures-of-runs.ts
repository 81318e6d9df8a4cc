import type { ProcessId, RoleId, StepId } from "../definition/index.ts";
import { text } from "../text/index.ts";
import { type CollectedFigure, collectedFigures } from "./collected-figures.ts";
import { countOf, type Figure, type MiddleFigure, middleOf, type ShareFigure, shareOf } from "./figure.ts";
import type { MeasureFrame } from "./measure-frame.ts";
import { measureRun, type RunFigures, type TaskFigures } from "./measure-run.ts";
import type { RootCause } from "./root-causes.ts";
import type { RunRecord } from "./run-record.ts";

/** How a group of runs went. */
export interface GroupFigures {
  readonly runs: Figure;
  readonly running: Figure;
  readonly completed: Figure;
  readonly cancelled: Figure;
  readonly lateNow: Figure;
  /** Approvals that were left out and so not given. */
  readonly notApproved: Figure;
  readonly onTime: ShareFigure;
  /** Of completed runs. */
  readonly leadTime: MiddleFigure;
  /** Of completed runs, so that both can be compared; of all runs while none is completed. */
  readonly plannedLeadTime: MiddleFigure;
  /** How many departures each cause had. */
  readonly causes: ReadonlyMap<RootCause, number>;
  /** What completed runs have entered that can be added up. */
  readonly collected: readonly CollectedFigure[];
}

/** How some tasks went, whatever run they belong to. */
export interface TasksFigures {
  readonly onTime: ShareFigure;
  /** Tasks done late, and open ones that are late now. */
  readonly late: Figure;
  /** Of those that are done. */
  readonly slip: MiddleFigure;
  readonly cycleTime: MiddleFigure;
  /** Minutes of working time to the first reaction, of those that ask for one. */
  readonly respond: MiddleFigure;
  readonly respondInTime: ShareFigure;
}

/** How one step went over many runs. */
export interface StepFigures extends TasksFigures {
  readonly step: StepId;
  /** As it was called last. */
  readonly title: string;
}

/** How one process went. */
export interface ProcessFigures extends GroupFigures {
  readonly process: ProcessId;
  /** In the order in which they were first met. */
  readonly steps: readonly StepFigures[];
  /** Each revision of the handbook that runs followed, oldest run first: what a change has changed. */
  readonly revisions: readonly (GroupFigures & { readonly revision: string })[];
  /** What completed runs have entered, revision by revision; empty while runs of one revision alone say something. */
  readonly collectedByRevision: readonly (CollectedFigure & { readonly revision: string })[];
  /** Each role that had steps. */
  readonly roles: readonly (TasksFigures & { readonly role: RoleId })[];
}

/** How everything went. */
export interface RunsFigures extends GroupFigures {
  /** In the order in which they first ran. */
  readonly processes: readonly ProcessFigures[];
}

interface MeasuredRun {
  readonly record: RunRecord;
  readonly figures: RunFigures;
}

/** Counts runs, as a whole and by process. Runs may still be running; without any run every figure is without a value. */
export function figuresOfRuns(records: readonly RunRecord[], frame: MeasureFrame): RunsFigures {
  const oldestFirst = records.toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  const runs = oldestFirst.map((record) => ({ record, figures: measureRun(record, frame) }));
  const byProcess = Map.groupBy(runs, ({ record }) => record.process);
  return {
    ...groupFigures(runs),
    processes: [...byProcess].map(([process, own]) => processFigures(process, own)),
  };
}

function processFigures(process: ProcessId, runs: readonly MeasuredRun[]): ProcessFigures {
  const tasks = runs.flatMap(({ figures }) => figures.tasks);
  const byRole = Map.groupBy(
    tasks.flatMap((task) => [...new Set(task.roles)].map((role) => ({ role, task }))),
    ({ role }) => role,
  );
  return {
    process,
    ...groupFigures(runs),
    steps: [...Map.groupBy(tasks, ({ step }) => step)].map(([step, own]) => ({
      step,
      title: own.at(-1)?.title ?? step,
      ...tasksFigures(own),
    })),
    revisions: [...Map.groupBy(runs, ({ record }) => record.revision)].map(([revision, own]) => ({
      revision,
      ...groupFigures(own),
    })),
    collectedByRevision: collectedByRevision(runs),
    roles: [...byRole].map(([role, own]) => ({ role, ...tasksFigures(own.map(({ task }) => task)) })),
  };
}

function collectedByRevision(runs: readonly MeasuredRun[]): ProcessFigures["collectedByRevision"] {
  const completed = runs.map(({ record }) => record).filter(({ outcome }) => outcome === "completed");
  const found = [...Map.groupBy(completed, ({ revision }) => revision)].flatMap(([revision, own]) =>
    collectedFigures(own).map((figure) => ({ ...figure, revision })),
  );
  return new Set(found.map(({ revision }) => revision)).size > 1 ? found : [];
}

function groupFigures(runs: readonly MeasuredRun[]): GroupFigures {
  const { figures: notes } = text;
  const having = (outcome: RunRecord["outcome"]) => runs.filter(({ record }) => record.outcome === outcome);
  const completed = having("completed");
  const valuesOf = (of: readonly MeasuredRun[], pick: (figures: RunFigures) => Figure) =>
    of.flatMap(({ figures }) => pick(figures).value ?? []);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    runs: countOf(runs.length, notes.runs),
    running: countOf(having("running").length, notes.running),
    completed: countOf(completed.length, notes.completed),
    cancelled: countOf(having("cancelled").length, notes.cancelled),
    lateNow: countOf(sum(valuesOf(runs, ({ lateNow }) => lateNow)), notes.lateNow),
    notApproved: countOf(sum(valuesOf(runs, ({ notApproved }) => notApproved)), notes.notApproved),
    onTime: shareOf(
      sum(runs.map(({ figures }) => figures.onTime.part)),
      sum(runs.map(({ figures }) => figures.onTime.n)),
      notes.onTime,
    ),
    leadTime: middleOf(
      valuesOf(completed, ({ leadTime }) => leadTime),
      notes.leadTimes,
    ),
    plannedLeadTime: middleOf(
      valuesOf(completed.length > 0 ? completed : runs, ({ plannedLeadTime }) => plannedLeadTime),
      notes.plannedLeadTimes,
    ),
    causes: causeCounts(runs),
    collected: collectedFigures(completed.map(({ record }) => record)),
  };
}

function tasksFigures(tasks: readonly TaskFigures[]): TasksFigures {
  const { figures: notes } = text;
  const judged = tasks.filter(({ isOnTime }) => isOnTime !== undefined);
  const onTime = judged.filter(({ isOnTime }) => isOnTime).length;
  const reactions = tasks.flatMap(({ respond }) => (respond?.isInTime === undefined ? [] : respond));
  return {
    onTime: shareOf(onTime, judged.length, notes.onTime),
    late: countOf(judged.length - onTime, notes.late),
    slip: middleOf(
      tasks.flatMap(({ slipBusinessDays }) => slipBusinessDays ?? []),
      notes.slip,
    ),
    cycleTime: middleOf(
      tasks.flatMap(({ cycleTimeBusinessDays }) => cycleTimeBusinessDays ?? []),
      notes.cycleTime,
    ),
    respond: middleOf(
      tasks.flatMap(({ respond }) => (respond?.hasReacted ? respond.minutes : [])),
      notes.respond,
    ),
    respondInTime: shareOf(
      reactions.filter(({ isInTime }) => isInTime).length,
      reactions.length,
      notes.respondInTime,
    ),
  };
}

function causeCounts(runs: readonly MeasuredRun[]): Map<RootCause, number> {
  const counts = new Map<RootCause, number>();
  for (const { figures } of runs)
    for (const [cause, records] of figures.causes)
      counts.set(cause, (counts.get(cause) ?? 0) + records.length);
  return counts;
}
