import type { CivilDate, Quantity, ReminderClock } from "../calendar/index.ts";
import { stepOfTask } from "../definition/index.ts";
import type { PlannedTask, RunPlan } from "../plan/index.ts";
import { text } from "../text/index.ts";
import { alarmsOf } from "./alarms-of.ts";
import { type IcsEvent, icsCalendar } from "./ics-calendar.ts";

/** What a calendar file says besides the plan. */
export interface CalendarOptions extends ReminderClock {
  /** Title of the process. */
  readonly title: string;
  /** Reminders before the due date; an alarm each. */
  readonly reminders: readonly Quantity[];
  /** The day the file is made. */
  readonly today: CivilDate;
  /** What a person is called, by login. */
  readonly nameOf: (login: string) => string;
  /** Address of the process in the handbook; steps are its anchors. Left out when there is none. */
  readonly url?: string | undefined;
}

/** A plan as an iCalendar file: one all-day event a task on its due date, with an alarm at each reminder. */
export function planAsIcs(plan: RunPlan, options: CalendarOptions): string {
  const events = plan.tasks.map((task) => eventOf(task, plan, options));
  return icsCalendar(events, { title: options.title, today: options.today, isFollowed: false });
}

function eventOf(task: PlannedTask, plan: RunPlan, options: CalendarOptions): IcsEvent {
  // The page of the process has an anchor for each step; what a child process does stands below the step that starts it.
  const anchor = stepOfTask(task.step).split("/", 1)[0] ?? "";
  return {
    uid: `${plan.process}-${plan.anchorDate}-${task.step.replaceAll(".", "_").replaceAll("/", ".")}`,
    date: task.dueDate,
    summary: `${task.title} (${options.title})`,
    description: text.plan.eventDescription(task.assignees.map(options.nameOf), task.plannedStart, task),
    category: task.phase,
    url: options.url && `${options.url}#${anchor}`,
    alarms: alarmsOf(task, options.reminders, options),
  };
}
