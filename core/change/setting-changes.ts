import type { Handbook, HandbookConfig } from "../definition/index.ts";

/** What of a handbook's settings concerns whoever works by it, rather than how its pages look and are found. */
export type SettingChanged =
  | "calendar"
  | "timeZone"
  | "dueTime"
  | "dayStart"
  | "reminders"
  | "escalateAfter"
  | "confirm"
  | "approvals"
  | "starterApproves"
  | "absences"
  | "people";

/** What decides, by setting; what is alike on both sides did not change. */
const values: Readonly<Record<SettingChanged, (handbook: Handbook) => unknown>> = {
  calendar: ({ config }) => calendarOf(config),
  timeZone: ({ config }) => config.timeZone,
  dueTime: ({ config }) => config.dueTime,
  dayStart: ({ config }) => config.dayStart,
  reminders: ({ config }) => config.reminders,
  escalateAfter: ({ config }) => config.escalateAfter,
  confirm: ({ config }) => config.confirm,
  approvals: ({ config }) => config.approvals,
  starterApproves: ({ config }) => config.starterApproves,
  absences: ({ absences }) => [...absences].sort(([a], [b]) => (a < b ? -1 : 1)),
  people: ({ people }) =>
    [...people]
      .map(([login, { timeZone, calendar }]) => [login, timeZone ?? "", calendar ?? {}] as const)
      .filter(([, timeZone, calendar]) => timeZone !== "" || Object.keys(calendar).length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
};

function calendarOf({ country, region, workweek, closed, worked }: HandbookConfig): unknown {
  return [country, region, workweek, closed, worked];
}

/** The settings that say something else than before, in the order above; those of single processes are told with these. */
export function settingChanges(before: Handbook, after: Handbook): SettingChanged[] {
  return (Object.keys(values) as SettingChanged[]).filter(
    (name) => JSON.stringify(values[name](before)) !== JSON.stringify(values[name](after)),
  );
}
