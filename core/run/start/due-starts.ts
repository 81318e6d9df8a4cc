import { RRuleTemporal } from "rrule-temporal";
import { type CivilDate, fromEpochDay, parseCivilDate, toEpochDay } from "../../calendar/index.ts";
import type { Handbook, ProcessDefinition, ProcessId } from "../../definition/index.ts";
import { writeFormBody } from "../../form/index.ts";
import { workCalendarOf } from "../../holidays/index.ts";
import { type RunPlan, scheduleRun } from "../../plan/index.ts";
import { Temporal } from "../../temporal.ts";
import { shortDate } from "../../text/index.ts";
import { hasMarker, writeMarker } from "../notes/index.ts";

/** A start issue that the bot is to open for a process that repeats. */
export interface ScheduledStart {
  readonly process: ProcessId;
  readonly anchorDate: CivilDate;
  /** The first day it could have been opened. */
  readonly opensOn: CivilDate;
  readonly title: string;
  readonly body: string;
  /** Whom the issue is assigned to: whoever answers for the process. */
  readonly people: readonly string[];
}

/** So many business days before its first step begins, the start issue of a repeating process is opened. */
const noticeBusinessDays = 2;
/** How far ahead occurrences are looked for; a process that takes longer is opened that late. */
const farthestDays = 400;
/** How far back: after a longer silence of the bot, a start is still opened when none of its steps is past due. */
const latestDays = 60;

/**
 * The start issues that should be there on a day. The dates of `repeats` are anchor dates: each start is opened in
 * time for its first step. A date that is past gets one only while all its steps are still to come. A rule that cannot be
 * read gives none; the checker tells.
 */
export function dueStarts(handbook: Handbook, today: CivilDate): ScheduledStart[] {
  return [...handbook.processes.values()].flatMap((definition) =>
    occurrences(definition, today).flatMap((anchorDate) => {
      const plan = planOf(definition, anchorDate, today, handbook);
      const isMissed = anchorDate < today && plan.tasks.some(({ dueDate }) => dueDate < today);
      const opensOn = openingDay(plan, handbook);
      return opensOn <= today && !isMissed ? [startOf(definition, anchorDate, opensOn, handbook)] : [];
    }),
  );
}

/** Whether the body of an issue of ours is this start's. */
export function isScheduledStart(body: string, start: ScheduledStart): boolean {
  return hasMarker("repeat", keyOf(start), body);
}

function occurrences({ repeats }: ProcessDefinition, today: CivilDate): CivilDate[] {
  if (repeats === undefined) return [];
  try {
    const rule = new RRuleTemporal({ rruleString: ruleText(repeats) });
    const from = Temporal.PlainDate.from(today).toZonedDateTime("UTC");
    const dates = rule.between(from.subtract({ days: latestDays }), from.add({ days: farthestDays }), true);
    return dates.flatMap((moment) => parseCivilDate(moment.toPlainDate().toString()) ?? []);
  } catch {
    return [];
  }
}

/** A rule without a start counts from the first Monday of 2024, so that every second week is the same for everyone. */
function ruleText(repeats: string): string {
  const rule = repeats.includes("RRULE:") ? repeats : `RRULE:${repeats}`;
  return rule.includes("DTSTART") ? rule : `DTSTART:20240101T000000Z\n${rule}`;
}

function planOf(
  definition: ProcessDefinition,
  anchorDate: CivilDate,
  today: CivilDate,
  { config, roles, absences, processes }: Handbook,
): RunPlan {
  const calendar = workCalendarOf(config);
  const answers = new Map<string, string>();
  return scheduleRun({ definition, anchorDate, today, calendar, roles, absences, answers, processes });
}

function openingDay({ startDate, anchorDate }: RunPlan, { config }: Handbook): CivilDate {
  const first = startDate < anchorDate ? startDate : anchorDate;
  return fromEpochDay(workCalendarOf(config).addBusinessDays(toEpochDay(first), -noticeBusinessDays));
}

function startOf(
  definition: ProcessDefinition,
  anchorDate: CivilDate,
  opensOn: CivilDate,
  handbook: Handbook,
): ScheduledStart {
  const key = keyOf({ process: definition.id, anchorDate });
  return {
    process: definition.id,
    anchorDate,
    opensOn,
    title: `${definition.title}: ${shortDate(anchorDate)}`,
    body: `${writeMarker("repeat", key)}\n\n${writeFormBody(definition, anchorDate, new Map())}`,
    people: (handbook.roles.get(definition.processOwner)?.people ?? []).slice(0, 1),
  };
}

function keyOf({ process, anchorDate }: Pick<ScheduledStart, "process" | "anchorDate">): string {
  return `${process} ${anchorDate}`;
}
