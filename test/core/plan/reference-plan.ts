import type { ProcessDefinition, Step } from "../../../core/definition/index.ts";
import { Temporal } from "../../../core/temporal.ts";
import type { dayByDay } from "../calendar/day-by-day.ts";

type Calendar = ReturnType<typeof dayByDay>;

/**
 * The due dates of a process without conditions or child processes, from the words of the reference alone:
 * an offset names the day; else a step is due its length after the last one it waits for, or after the start.
 */
export function referenceDues(
  { steps, startsAtAnchor }: ProcessDefinition,
  anchor: string,
  today: string,
  calendar: Calendar,
): Map<string, string> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const dues = new Map<string, string>();
  const dueOf = (id: string): string => {
    const known = dues.get(id);
    if (known !== undefined) return known;
    const due = dateStep(byId.get(id) as Step);
    dues.set(id, due);
    return due;
  };
  const dateStep = ({ dueOffset, durationBusinessDays, dependsOn, kind }: Step): string => {
    if (dueOffset) return calendar.dueDate(anchor, dueOffset.amount, dueOffset.unit);
    const begins = dependsOn.map(dueOf).sort().at(-1) ?? (startsAtAnchor ? anchor : today);
    return calendar.addBusinessDays(begins, durationBusinessDays ?? (kind === "checkpoint" ? 0 : 1));
  };
  for (const { id } of steps) dueOf(id);
  return dues;
}

/** The first worked day from today on at which, as anchor date, nothing is due before today: tried day by day. */
export function referenceEarliest(definition: ProcessDefinition, today: string, calendar: Calendar): string {
  for (let day = Temporal.PlainDate.from(today); ; day = day.add({ days: 1 })) {
    if (!calendar.isOpen(day)) continue;
    const dues = referenceDues(definition, day.toString(), today, calendar);
    if ([...dues.values()].every((due) => due >= today)) return day.toString();
  }
}
