import {
  addCalendarDays,
  type CivilDate,
  type Quantity,
  type ReminderClock,
  reminderTime,
  toEpochDay,
} from "../calendar/index.ts";
import { stepOfTask } from "../definition/index.ts";
import type { PlannedTask, RunPlan } from "../plan/index.ts";
import { text } from "../text/index.ts";
import { icsLine, icsText } from "./ics-line.ts";

const dayMinutes = 1440;

/** What a calendar file says besides the plan. */
export interface CalendarOptions extends ReminderClock {
  /** Title of the process. */
  readonly title: string;
  /** Reminders before the due date; an alarm each. */
  readonly reminders: readonly Quantity[];
  /** The day the file is made. */
  readonly today: CivilDate;
  /** Address of the process in the handbook; steps are its anchors. Left out when there is none. */
  readonly url?: string | undefined;
}

/**
 * A plan as an iCalendar file (RFC 5545): one all-day event a task on its due date, with an alarm at the time
 * of each reminder (see `reminderTime`); those that fall together are one.
 */
export function planAsIcs(plan: RunPlan, options: CalendarOptions): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Handrail//Plan//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${icsText(options.title)}`,
    ...plan.tasks.flatMap((task) => eventOf(task, plan, options)),
    "END:VCALENDAR",
  ];
  return `${lines.map(icsLine).join("\r\n")}\r\n`;
}

function eventOf(task: PlannedTask, plan: RunPlan, options: CalendarOptions): string[] {
  // The page of the process has an anchor for each step; what a child process does stands below the step that starts it.
  const anchor = stepOfTask(task.step).split("/", 1)[0] ?? "";
  const url = options.url === undefined ? [] : [`URL:${options.url}#${anchor}`];
  return [
    "BEGIN:VEVENT",
    `UID:${plan.process}-${plan.anchorDate}-${task.step.replaceAll(".", "_").replaceAll("/", ".")}@handrail`,
    `DTSTAMP:${compact(options.today)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(task.dueDate)}`,
    `DTEND;VALUE=DATE:${compact(addCalendarDays(task.dueDate, 1))}`,
    `SUMMARY:${icsText(`${task.title} (${options.title})`)}`,
    `DESCRIPTION:${icsText(text.plan.eventDescription(task.assignees, task.plannedStart, task))}`,
    ...(task.phase === undefined ? [] : [`CATEGORIES:${icsText(task.phase)}`]),
    "TRANSP:TRANSPARENT",
    ...url,
    ...triggersOf(task, options).flatMap((trigger) => alarmOf(task, trigger)),
    "END:VEVENT",
  ];
}

function alarmOf(task: PlannedTask, trigger: string): string[] {
  return [
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${icsText(text.plan.alarm(task.title, task.dueDate))}`,
    `TRIGGER:${trigger}`,
    "END:VALARM",
  ];
}

/** The alarms' distances from the first minute of the due date, since that is where an all-day event begins. */
function triggersOf(task: PlannedTask, options: CalendarOptions): string[] {
  const { dueDate, dueTime = options.dueTime } = task;
  const due = toEpochDay(dueDate);
  const offsets = options.reminders.map((reminder) => {
    const { day, minutes } = reminderTime(due, reminder, { ...options, dueTime });
    return (day - due) * dayMinutes + minutes;
  });
  return [...new Set(offsets)].map((offset) => `${offset < 0 ? "-" : ""}PT${Math.abs(offset)}M`);
}

function compact(date: CivilDate): string {
  return date.replaceAll("-", "");
}
