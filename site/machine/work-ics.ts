import type { WorkCalendar } from "../../core/calendar/index.ts";
import { type ProcessId, settingsFor } from "../../core/definition/index.ts";
import { workAsIcs } from "../../core/export/index.ts";
import { attendanceOf } from "../../core/holidays/index.ts";
import type { Site } from "../data/site.ts";
import { taskAddress } from "../data/task-address.ts";
import type { WorkCalendarFile } from "../data/work-calendars.ts";

/** A calendar to subscribe to, as text. A step without an issue leads to the handbook, where its public address is known. */
export function workIcs({ title, person, tasks }: WorkCalendarFile, site: Site): string {
  const { reminders, dueTime, dayStart } = site.handbook.config;
  const { calendarOf, today } = site.measureFrame();
  const { origin } = site.settings;
  return workAsIcs(tasks(), {
    title,
    reminders,
    dueTime,
    dayStart,
    calendarOf: (process) =>
      person === undefined ? calendarOf(process) : ownCalendar(person, process, site),
    today,
    nameOf: site.nameOf,
    urlOf: ({ run, task }) => {
      const address = taskAddress(task, run, site);
      if (/^https?:/.test(address)) return address;
      return origin && `${origin}${address}`;
    },
  });
}

function ownCalendar(person: string, process: ProcessId, { handbook }: Site): WorkCalendar {
  const definition = handbook.processes.get(process);
  const settings = definition === undefined ? handbook.config : settingsFor(definition, handbook.config);
  return attendanceOf(settings, handbook).calendarOf(person);
}
