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

const dayMinutes = 1440;

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

/**
 * A plan as an iCalendar file (RFC 5545): one all-day event a task on its due date, with an alarm a reminder. An alarm that
 * would ring on a day off rings at the same time of the business day before; those that then fall together are one.
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
    ...triggersOf(task.dueDate, options).flatMap((trigger) => alarmOf(task, trigger)),
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
function triggersOf(dueDate: CivilDate, options: CalendarOptions): string[] {
  const minutes = options.reminders.map((reminder) =>
    onBusinessDay(dueDate, minutesFromMidnight(dueDate, reminder, options), options.calendar),
  );
  return [...new Set(minutes)].map((offset) => `${offset < 0 ? "-" : ""}PT${Math.abs(offset)}M`);
}

function minutesFromMidnight(
  dueDate: CivilDate,
  reminder: Quantity,
  { dueTime, calendar }: CalendarOptions,
): number {
  const [hours = 0, minutes = 0] = dueTime.split(":").map(Number);
  const before =
    reminder.unit === "h" ? reminder.amount * 60 : daysBefore(dueDate, reminder, calendar) * dayMinutes;
  return hours * 60 + minutes - before;
}

/** A moment on a day off moved to the business day before it; on the due date itself it stays. */
function onBusinessDay(dueDate: CivilDate, minutes: number, calendar: WorkCalendar): number {
  const days = Math.floor(minutes / dayMinutes);
  const day = toEpochDay(dueDate) + days;
  return days === 0 ? minutes : minutes + (calendar.nearestBusinessDay(day, "before") - day) * dayMinutes;
}

function daysBefore(dueDate: CivilDate, reminder: Quantity, calendar: WorkCalendar): number {
  if (reminder.unit !== "bd") return reminder.amount;
  const due = toEpochDay(dueDate);
  return due - calendar.addBusinessDays(due, -reminder.amount);
}

function compact(date: CivilDate): string {
  return date.replaceAll("-", "");
}
