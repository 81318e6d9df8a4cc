import { type CivilDate, civilToday, type EpochDay, fromEpochDay, toEpochDay } from "../../calendar/index.ts";
import type { StepId } from "../../definition/index.ts";
import { type SelectedTask, standingsOf } from "../../plan/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { outlookOfRun } from "./outlook-of-run.ts";
import { frameOfRun, type PromiseFacts } from "./promises-after-entry.ts";
import { holds, type SiblingWait } from "./siblings-of-run.ts";
import { slipOfChild } from "./slip-of-child.ts";
import type { TaskState } from "./task-state.ts";

/** A task before it is known what becomes of it. */
export type UndatedTask = Omit<
  TaskState,
  "isLate" | "isHeldUp" | "isAtRisk" | "expectedDate" | "slackBusinessDays" | "critical"
> & { readonly selected: SelectedTask };

/** The run that is looked ahead over, and the day from which. */
interface OutlookFrame {
  readonly facts: PromiseFacts & { readonly ledger: Ledger };
  readonly today: CivilDate;
  readonly timeZone: string;
}

/** Looks ahead over the whole run, and says of each task how it stands. */
export function withOutlook(
  tasks: ReadonlyMap<StepId, UndatedTask>,
  frame: OutlookFrame,
): Map<StepId, TaskState> {
  const { ledger, definition } = frame.facts;
  const dayOf = (instant: string | undefined) =>
    instant === undefined ? undefined : toEpochDay(civilToday(instant, frame.timeZone));
  const today = toEpochDay(frame.today);
  const now = [...tasks.values()].map(({ selected, dueDate, readyAt, endedAt, issue, siblings = [] }) => ({
    task: selected,
    promised: toEpochDay(dueDate),
    readyOn: dayOf(readyAt),
    endedOn: dayOf(endedAt),
    slipOfChild: slipOfChild(issue),
    siblingsEnd: endOfSiblings(siblings, today, dayOf),
  }));
  const plan = frameOfRun(ledger, frame.facts);
  const outlooks = outlookOfRun(now, ledger, definition, plan, today);
  const expectedOf = ({ step, dueDate }: Pick<UndatedTask, "step" | "dueDate">) =>
    fromEpochDay(outlooks.get(step)?.expected ?? toEpochDay(dueDate));
  const standings = standingsOf(
    [...tasks.values()].map((task) => ({
      step: task.step,
      dependsOn: task.dependsOn,
      isOver: task.endedAt !== undefined || task.status === "cancelled",
      isTurn: task.status === "ready" || task.question !== undefined,
      dueDate: task.dueDate,
      expectedDate: expectedOf(task),
    })),
    frame.today,
  );
  return new Map(
    [...tasks].map(([id, { selected: _selected, ...task }]) => {
      const standing = standings.get(id) ?? { isLate: false, isHeldUp: false, isAtRisk: false };
      const slackBusinessDays = outlooks.get(id)?.slackBusinessDays ?? 0;
      const expectedDate = expectedOf(task);
      const critical = task.endedAt === undefined && slackBusinessDays === 0;
      return [id, { ...task, ...standing, expectedDate, slackBusinessDays, critical }];
    }),
  );
}

/** When what a step waits for beside its run was over or, while it is open, will be if it keeps its date. */
function endOfSiblings(
  siblings: readonly SiblingWait[],
  today: EpochDay,
  dayOf: (instant: string | undefined) => EpochDay | undefined,
): EpochDay | undefined {
  const ends = siblings.flatMap(({ due, endedAt, ...sibling }) => {
    if (endedAt !== undefined) return dayOf(endedAt) ?? [];
    return holds(sibling) ? Math.max(today, due === undefined ? today : toEpochDay(due)) : [];
  });
  return ends.length === 0 ? undefined : Math.max(...ends);
}
