import type { CivilDate } from "../calendar/index.ts";
import type { StepId } from "../definition/index.ts";

/** A task with its dates, as of some day. They come in dependency order. */
export interface DatedTask {
  readonly step: StepId;
  readonly dependsOn: readonly StepId[];
  readonly isOver: boolean;
  /** Whether it is somebody's turn. */
  readonly isTurn: boolean;
  readonly dueDate: CivilDate;
  readonly expectedDate: CivilDate;
}

/** How a task stands to its promised date. All false for what is over and for what goes as agreed. */
export interface Standing {
  /** It is its turn, and its promised date is past. */
  readonly isLate: boolean;
  /** It is not its turn yet, and what it waits for is late, or held up itself. */
  readonly isHeldUp: boolean;
  /** It is expected after its promised date. */
  readonly isAtRisk: boolean;
}

/** Whether a step whose turn it is, is late: from the day after its promised date. */
export function isLate(task: Pick<DatedTask, "isTurn" | "dueDate">, today: CivilDate): boolean {
  return task.isTurn && task.dueDate < today;
}

/** How each task stands: the one place that decides it for labels, status, steps, dashboard, calendar and report. */
export function standingsOf(tasks: readonly DatedTask[], today: CivilDate): Map<StepId, Standing> {
  const standings = new Map<StepId, Standing>();
  for (const task of tasks) {
    const waitsInVain = task.dependsOn.some((id) => {
      const before = standings.get(id);
      return before?.isLate === true || before?.isHeldUp === true;
    });
    standings.set(task.step, {
      isLate: !task.isOver && isLate(task, today),
      isHeldUp: !task.isOver && !task.isTurn && waitsInVain,
      isAtRisk: !task.isOver && task.expectedDate > task.dueDate,
    });
  }
  return standings;
}
