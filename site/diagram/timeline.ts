import { type CivilDate, fromEpochDay, toEpochDay } from "../../core/calendar/index.ts";

/** The days of one task. */
export interface TimelineTask {
  readonly plannedStart: CivilDate;
  readonly dueDate: CivilDate;
}

/** Where a bar stands on a line from 0 to {@link timelineWidth}. */
export interface TimelineBar {
  readonly x: number;
  readonly width: number;
}

/** A stretch of days drawn as one line, with a bar a task and a mark for the anchor date. */
export interface Timeline {
  readonly bars: readonly TimelineBar[];
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Where the middle of the anchor date stands. */
  readonly anchor: number;
}

/** Length of the line that bars are placed on. */
export const timelineWidth = 200;

const leastWidth = 4;

/** Places the bars of tasks, from the first planned start to the last due date, both days included. */
export function timelineOf(tasks: readonly TimelineTask[], anchorDate: CivilDate): Timeline {
  const starts = tasks.map(({ plannedStart }) => toEpochDay(plannedStart));
  const dues = tasks.map(({ dueDate }) => toEpochDay(dueDate));
  const anchor = toEpochDay(anchorDate);
  const first = Math.min(...starts, anchor);
  const last = Math.max(...dues, anchor) + 1;
  const scale = timelineWidth / Math.max(1, last - first);
  const place = (day: number) => Math.round((day - first) * scale * 10) / 10;
  return {
    bars: tasks.map((_task, index) => {
      const from = place(starts[index] ?? first);
      const to = place((dues[index] ?? first) + 1);
      const width = Math.max(leastWidth, Math.round((to - from) * 10) / 10);
      return { x: Math.min(from, timelineWidth - width), width };
    }),
    from: fromEpochDay(first),
    to: fromEpochDay(last - 1),
    anchor: place(anchor + 0.5),
  };
}
