import type { CivilDate, Quantity, ReminderClock, WorkCalendar } from "../calendar/index.ts";
import type { ProcessId } from "../definition/index.ts";
import { expectedInstead, isLateTask, isTurn, peopleNow, type RunTask } from "../metrics/index.ts";
import { text } from "../text/index.ts";
import { alarmsOf } from "./alarms-of.ts";
import { type IcsEvent, icsCalendar } from "./ics-calendar.ts";

/** What a calendar of work says besides its tasks. */
export interface WorkCalendarOptions extends Omit<ReminderClock, "calendar"> {
  /** What the calendar is called. */
  readonly title: string;
  readonly reminders: readonly Quantity[];
  readonly calendarOf: (process: ProcessId) => WorkCalendar;
  /** The day the file is made. */
  readonly today: CivilDate;
  /** What a person is called, by login. */
  readonly nameOf: (login: string) => string;
  /** Where a task is done; nothing where it has no whole address. */
  readonly urlOf: (one: RunTask) => string | undefined;
}

/**
 * Tasks of runs as an iCalendar file that people subscribe to: one all-day event a task on its promised date. An event keeps its
 * UID whatever moves, so that a calendar moves it along. Without tasks it is a calendar without events.
 */
export function workAsIcs(tasks: readonly RunTask[], options: WorkCalendarOptions): string {
  const events = tasks.map((one) => eventOf(one, options));
  return icsCalendar(events, { title: options.title, today: options.today, isFollowed: true });
}

function eventOf({ run, task }: RunTask, options: WorkCalendarOptions): IcsEvent {
  const { today, reminders, calendarOf, urlOf } = options;
  const standing = {
    isTurn: isTurn(task),
    isLate: isLateTask(task, run, today),
    expected: expectedInstead(task, run, today),
    dueTime: task.dueTime,
  };
  return {
    uid: `${run.issue.url.replace(/^\w+:\/+/, "").replace(/[^\w.-]+/g, "-")}-${task.step.replace(/[^\w.-]+/g, "-")}`,
    date: task.dueDate,
    summary: `${task.title} (${run.title})`,
    description: text.plan.workDescription(peopleNow(task).map(options.nameOf), standing),
    category: task.phase,
    url: urlOf({ run, task }),
    alarms: alarmsOf(task, reminders, { ...options, calendar: calendarOf(run.process) }),
  };
}
