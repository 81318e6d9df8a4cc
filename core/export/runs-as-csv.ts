import {
  isNotApproved,
  type MeasureFrame,
  measureRun,
  type RunRecord,
  type TaskFigures,
} from "../metrics/index.ts";
import { text } from "../text/index.ts";
import { csvOf } from "./csv.ts";

const heads = [
  "Process",
  "Run",
  "Run title",
  "Run state",
  "Revision",
  "Anchor date",
  "Started by",
  "Step",
  "Title",
  "Kind",
  "Roles",
  "People",
  "State",
  "First planned for",
  "Agreed when its turn came",
  "Due now",
  "Its turn",
  "Ended",
  "Slip (business days)",
  "Late now",
  "From turn to done (business days)",
  "Opened again",
  "First reaction asked for (minutes)",
  "First reaction (minutes)",
  "Address",
  "Phase",
  "Due at",
  "Entered",
];

/**
 * The records of runs as CSV, one row a task, oldest run first: dates as ISO, what is not known as an empty cell, and the same figures as
 * report and dashboard. Only the heads where there are no runs.
 */
export function runsAsCsv(runs: readonly RunRecord[], frame: MeasureFrame): string {
  const oldestFirst = runs.toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  return csvOf([heads, ...oldestFirst.flatMap((run) => rowsOf(run, frame))]);
}

function rowsOf(run: RunRecord, frame: MeasureFrame): (string | number)[][] {
  const figures = measureRun(run, frame).tasks;
  const own = [
    run.process,
    run.issue.number,
    run.title,
    run.outcome,
    run.revision,
    run.anchorDate,
    run.startedBy,
  ];
  return run.tasks.map((task, index) => [
    ...own,
    task.step,
    task.title,
    task.kind,
    task.roles.join(" "),
    task.assignees.join(" "),
    isNotApproved(task) ? text.figures.notApprovedState : task.status,
    task.baselineDueDate,
    ...measured(figures[index], task.dueDate, task.readyAt === undefined ? "" : frame.dateOf(task.readyAt)),
    task.issue?.url ?? "",
    task.phase ?? "",
    task.dueTime ?? "",
    (task.collected ?? []).map(({ id, value }) => `${id}: ${value}`).join("\n"),
  ]);
}

function measured(figures: TaskFigures | undefined, dueDate: string, turn: string): (string | number)[] {
  return [
    figures?.agreedDate ?? "",
    dueDate,
    turn,
    figures?.endedOn ?? "",
    figures?.slipBusinessDays ?? "",
    figures?.isLateNow ? "yes" : "no",
    figures?.cycleTimeBusinessDays ?? "",
    figures?.reopenCount ?? 0,
    figures?.respond?.targetMinutes ?? "",
    figures?.respond?.hasReacted ? figures.respond.minutes : "",
  ];
}
