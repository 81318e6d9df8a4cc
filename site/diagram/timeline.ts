import { type CivilDate, type EpochDay, toEpochDay, type WorkCalendar } from "../../core/calendar/index.ts";

/** The days of one task. */
export interface TimelineTask {
  readonly plannedStart: CivilDate;
  readonly dueDate: CivilDate;
}

/** Where a bar stands on a line from 0 to {@link timelineWidth}; those of tasks in whole parts, as more cannot be seen. */
export interface TimelineBar {
  readonly x: number;
  readonly width: number;
}

/** A day of the axis. */
export interface TimelineTick {
  /** Where the middle of the day stands. */
  readonly x: number;
  /** Days from the anchor date; negative before it. */
  readonly days: number;
}

/** A stretch of days drawn as one line, with a bar a task and an axis that counts days from the anchor date. */
export interface Timeline {
  readonly bars: readonly TimelineBar[];
  /** In the order of days; the anchor date is always one of them. */
  readonly ticks: readonly TimelineTick[];
  /** Where nobody works, in the order of days; what is too short to be seen is left out. */
  readonly closed: readonly TimelineBar[];
}

/** Length of the line that bars are placed on, so that a place is a share in percent. */
export const timelineWidth = 100;

const leastWidth = 2;
/** Weekends of a plan over half a year would be no more than a grey veil. */
const leastClosed = 1.5;
/** More would run into each other on a phone. */
const mostTicks = 4;
const strides = [1, 2, 5, 10, 20, 30, 60, 90, 180, 365] as const;

/** Places the bars of tasks, from the first day of work to the last due date, both days included. */
export function timelineOf(
  tasks: readonly TimelineTask[],
  anchorDate: CivilDate,
  calendar: WorkCalendar,
): Timeline {
  const dues = tasks.map(({ dueDate }) => toEpochDay(dueDate));
  // A plan counts work from the end of its planned start: what takes one day has that day alone, also after a holiday.
  const starts = tasks.map(({ plannedStart }, index) =>
    Math.min(calendar.addBusinessDays(toEpochDay(plannedStart), 1), dues[index] ?? 0),
  );
  const anchor = toEpochDay(anchorDate);
  const first = Math.min(...starts, anchor);
  const last = Math.max(...dues, anchor) + 1;
  const scale = timelineWidth / Math.max(1, last - first);
  const place = (day: number) => (day - first) * scale;
  return {
    bars: tasks.map((_task, index) => {
      const from = Math.round(place(starts[index] ?? first));
      const to = Math.round(place((dues[index] ?? first) + 1));
      const width = Math.max(leastWidth, to - from);
      return { x: Math.min(from, timelineWidth - width), width };
    }),
    ticks: ticksBetween(first - anchor, last - 1 - anchor).map((days) => ({
      x: oneDecimal(place(anchor + days + 0.5)),
      days,
    })),
    closed: closedBetween(first, last, calendar)
      .map(({ from, to }) => ({ x: oneDecimal(place(from)), width: oneDecimal((to - from) * scale) }))
      .filter(({ width }) => width >= leastClosed),
  };
}

/** Stretches of days without work; `to` is the day after the last. */
function closedBetween(first: EpochDay, last: EpochDay, calendar: WorkCalendar) {
  const stretches: { from: EpochDay; to: EpochDay }[] = [];
  for (let day = first; day < last; day += 1) {
    if (calendar.isBusinessDay(day)) continue;
    const before = stretches.at(-1);
    if (before?.to === day) before.to = day + 1;
    else stretches.push({ from: day, to: day + 1 });
  }
  return stretches;
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Even steps on both sides of day 0, few enough to be read. */
function ticksBetween(first: number, last: number): number[] {
  const stride =
    strides.find((days) => (last - first) / days < mostTicks) ?? Math.ceil((last - first) / mostTicks);
  const from = Math.ceil(first / stride);
  const count = Math.floor(last / stride) - from + 1;
  return Array.from({ length: count }, (_none, index) => (from + index) * stride);
}
