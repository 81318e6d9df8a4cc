import { civilToday } from "../../calendar/index.ts";
import type { StepId } from "../../definition/index.ts";
import type { SelectedTask } from "../../plan/index.ts";
import type { LedgerEntry } from "../ledger/ledger.ts";
import { latestInstant } from "./latest-instant.ts";
import { peopleNow } from "./people-now.ts";
import type { TaskFrame } from "./task-frame.ts";
import { taskProgressOf } from "./task-progress.ts";
import type { UndatedTask } from "./with-outlook.ts";

/** Where a step stands that only this run has. `tasks` are those before it. */
export function addedTask(
  entry: Extract<LedgerEntry, { kind: "added" }>,
  selected: SelectedTask,
  tasks: ReadonlyMap<StepId, UndatedTask>,
  frame: TaskFrame,
): UndatedTask {
  const { ledger, definition, issues } = frame.facts;
  const { datesAtEnd, ...progress } = taskProgressOf(entry.step, ledger, definition);
  const [, dueDate] = frame.days.get(entry.step) ?? [entry.date, entry.date];
  const issue = issues.get(entry.step);
  const people = peopleNow(entry.step, [entry.person], ledger);
  const predecessors = selected.dependsOn.flatMap((id) => tasks.get(id) ?? []);
  const isReady = predecessors.every(({ endedAt }) => endedAt !== undefined);
  // Taken off the run again by hand: it was not ours to make, so it is not made anew.
  const isTakenOff = entry.comment === null && issue === undefined;
  const isGone = frame.isCancelled || isTakenOff;
  const begun = civilToday(entry.at, frame.timeZone);
  return {
    selected,
    step: entry.step,
    title: entry.title,
    kind: "task",
    roles: [],
    people,
    awaited: people,
    parts: [],
    dependsOn: selected.dependsOn,
    plannedStart: begun < dueDate ? begun : dueDate,
    dueDate,
    ...datesAtEnd,
    ...progress,
    status: progress.status ?? (isGone ? "cancelled" : isReady ? "ready" : "planned"),
    baselineDueDate: entry.date,
    readyAt: isReady
      ? latestInstant([entry.at, ...predecessors.map(({ endedAt }) => endedAt ?? "")])
      : undefined,
    isLeftOut: isTakenOff,
    issue,
  };
}
