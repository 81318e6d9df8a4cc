import {
  addCalendarDays,
  type CivilDate,
  type Quantity,
  toEpochDay,
  type WorkCalendar,
} from "../calendar/index.ts";
import type { PlannedTask, RunPlan } from "../plan/index.ts";
import { text } from "../text/index.ts";
import { icsLine, icsText } from "./ics-line.ts";

/** What a calendar file says besides the plan. */
export interface CalendarOptions {
  /** Title of the process. */
  readonly title: string;
  /** Reminders before the due moment; an alarm each. */
  readonly reminders: readonly Quantity[];
  /** The due moment of a day, `17:00`. */
  readonly dueTime: string;
  readonly calendar: WorkCalendar;
  /** The day the file is made. */
  readonly today: CivilDate;
  /** Address of the process in the handbook; steps are its anchors. Left out when there is none. */
  readonly url?: string | undefined;
}

/** A plan as an iCalendar file (RFC 5545): one all-day event a task on its due date, with an alarm a reminder. */
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
  const anchor = task.step.split("/", 1)[0] ?? "";
  const url = options.url === undefined ? [] : [`URL:${options.url}#${anchor}`];
  return [
    "BEGIN:VEVENT",
    `UID:${plan.process}-${plan.anchorDate}-${task.step.replaceAll("/", ".")}@handrail`,
    `DTSTAMP:${compact(options.today)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(task.dueDate)}`,
    `DTEND;VALUE=DATE:${compact(addCalendarDays(task.dueDate, 1))}`,
    `SUMMARY:${icsText(`${task.title} (${options.title})`)}`,
    `DESCRIPTION:${icsText(text.plan.eventDescription(task.assignees, task.plannedStart))}`,
    "TRANSP:TRANSPARENT",
    ...url,
    ...options.reminders.flatMap((reminder) => alarmOf(task, reminder, options)),
    "END:VEVENT",
  ];
}

function alarmOf(task: PlannedTask, reminder: Quantity, options: CalendarOptions): string[] {
  return [
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${icsText(text.plan.alarm(task.title, task.dueDate))}`,
    `TRIGGER:${triggerOf(task.dueDate, reminder, options)}`,
    "END:VALARM",
  ];
}

/** The alarm's distance from the first minute of the due date, since that is where an all-day event begins. */
function triggerOf(dueDate: CivilDate, reminder: Quantity, { dueTime, calendar }: CalendarOptions): string {
  const [hours = 0, minutes = 0] = dueTime.split(":").map(Number);
  const dueMinute = hours * 60 + minutes;
  const before =
    reminder.unit === "h" ? reminder.amount * 60 : daysBefore(dueDate, reminder, calendar) * 1440;
  const offset = dueMinute - before;
  return `${offset < 0 ? "-" : ""}PT${Math.abs(offset)}M`;
}

function daysBefore(dueDate: CivilDate, reminder: Quantity, calendar: WorkCalendar): number {
  if (reminder.unit !== "bd") return reminder.amount;
  const due = toEpochDay(dueDate);
  return due - calendar.addBusinessDays(due, -reminder.amount);
}

function compact(date: CivilDate): string {
  return date.replaceAll("-", "");
}
