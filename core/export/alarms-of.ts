import {
  type CivilDate,
  type Quantity,
  type ReminderClock,
  reminderTime,
  toEpochDay,
} from "../calendar/index.ts";
import { text } from "../text/index.ts";
import type { IcsEvent } from "./ics-calendar.ts";

const dayMinutes = 1440;

/** What is due, and when. */
export interface DueThing {
  readonly title: string;
  readonly dueDate: CivilDate;
  /** The moment on that day; left out for the clock's own. */
  readonly dueTime?: string | undefined;
}

/** The alarms of what is due, one at each reminder (see `reminderTime`); those that fall together are one. */
export function alarmsOf(
  { title, dueDate, dueTime }: DueThing,
  reminders: readonly Quantity[],
  clock: ReminderClock,
): IcsEvent["alarms"] {
  const due = toEpochDay(dueDate);
  const minutes = reminders.map((reminder) => {
    const at = reminderTime(due, reminder, { ...clock, dueTime: dueTime ?? clock.dueTime });
    return (at.day - due) * dayMinutes + at.minutes;
  });
  return { minutes: [...new Set(minutes)], text: text.plan.alarm(title, dueDate) };
}
