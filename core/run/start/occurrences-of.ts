import { RRuleTemporal } from "rrule-temporal";
import {
  addCalendarDays,
  type CivilDate,
  fromEpochDay,
  parseCivilDate,
  toEpochDay,
  type WorkCalendar,
} from "../../calendar/index.ts";
import type { ProcessDefinition } from "../../definition/index.ts";
import { Temporal } from "../../temporal.ts";

/** One time that a process repeats. */
export interface Occurrence {
  /** The day as the rule has it: tells one occurrence from every other, wherever it is moved. */
  readonly ruleDate: CivilDate;
  /** The day that a run is for. */
  readonly anchorDate: CivilDate;
}

/**
 * The times a process repeats whose rule date lies within some days of a day, both ends included, oldest first. A day that is
 * no business day moves as `onClosedDay` says; two that move to one day are one. Days in `except` are left out,
 * whether the rule names them or they are moved there. Empty for a rule that cannot be read; the checker tells.
 */
export function occurrencesOf(
  { repeats, onClosedDay, except }: Pick<ProcessDefinition, "repeats" | "onClosedDay" | "except">,
  { from, until }: { readonly from: CivilDate; readonly until: CivilDate },
  calendar: WorkCalendar,
): Occurrence[] {
  const isExcepted = (date: CivilDate) => except.some((range) => range.from <= date && date <= range.to);
  const found = new Map<CivilDate, Occurrence>();
  for (const ruleDate of ruleDates(repeats, from, until)) {
    const day = toEpochDay(ruleDate);
    if (isExcepted(ruleDate) || (onClosedDay === "skip" && !calendar.isBusinessDay(day))) continue;
    const anchorDate = fromEpochDay(
      calendar.nearestBusinessDay(day, onClosedDay === "after" ? "after" : "before"),
    );
    if (!isExcepted(anchorDate) && !found.has(anchorDate)) found.set(anchorDate, { ruleDate, anchorDate });
  }
  return [...found.values()].sort((a, b) => (a.anchorDate < b.anchorDate ? -1 : 1));
}

function ruleDates(repeats: string | undefined, from: CivilDate, until: CivilDate): CivilDate[] {
  if (repeats === undefined) return [];
  try {
    const rule = new RRuleTemporal({ rruleString: ruleText(repeats) });
    const midnight = (date: CivilDate) => Temporal.PlainDate.from(date).toZonedDateTime("UTC");
    const dates = rule.between(midnight(from), midnight(addCalendarDays(until, 1)), true);
    return dates
      .flatMap((moment) => parseCivilDate(moment.toPlainDate().toString()) ?? [])
      .filter((date) => date <= until);
  } catch {
    return [];
  }
}

/** A rule without a start counts from the first Monday of 2024, so that every second week is the same for everyone. */
function ruleText(repeats: string): string {
  const rule = repeats.includes("RRULE:") ? repeats : `RRULE:${repeats}`;
  return rule.includes("DTSTART") ? rule : `DTSTART:20240101T000000Z\n${rule}`;
}
