import type { DateRange, Quantity } from "../calendar/index.ts";
import type { AskField, CalendarSettings, ProcessDefinition } from "../definition/index.ts";
import { addedAndRemoved } from "./added-and-removed.ts";
import type { ProcessChange } from "./process-change.ts";

/** What changed about the process as a whole, apart from its steps and its wording. */
export function processFactChanges(before: ProcessDefinition, after: ProcessDefinition): ProcessChange[] {
  const lists = [
    ["participants", before.participants, after.participants],
    ["questions", before.ask.map(questionKey), after.ask.map(questionKey)],
    ["tools", before.tools, after.tools],
  ] as const;
  const settings = [
    ["except", rangesOf(before.except), rangesOf(after.except)],
    // Where a start on a day off goes is of no account while nothing starts by itself.
    ["onClosedDay", otherDayOf(before), otherDayOf(after)],
    ["confirm", before.confirm, after.confirm],
    ["calendar", calendarOf(before.calendar), calendarOf(after.calendar)],
  ] as const;
  return [
    ...(before.processOwner === after.processOwner
      ? []
      : [{ kind: "process-owner" as const, before: before.processOwner, after: after.processOwner }]),
    ...(before.anchor === after.anchor
      ? []
      : [{ kind: "anchor" as const, before: before.anchor, after: after.anchor }]),
    ...(before.repeats === after.repeats
      ? []
      : [{ kind: "repeats" as const, before: before.repeats, after: after.repeats }]),
    ...(textOf(before.reviewEvery) === textOf(after.reviewEvery)
      ? []
      : [{ kind: "review" as const, before: before.reviewEvery, after: after.reviewEvery }]),
    ...settings.flatMap(([setting, earlier, now]): ProcessChange[] =>
      earlier === now ? [] : [{ kind: "process-setting", setting, before: earlier, after: now }],
    ),
    ...lists.flatMap(([part, earlier, now]): ProcessChange[] => {
      const { added, removed } = addedAndRemoved(earlier, now);
      if (added.length + removed.length === 0) return [];
      return [{ kind: "process-list", part, added, removed }];
    }),
    ...answerRoleChanges(before.ask, after.ask),
  ];
}

/** A question that comes says the role its answer takes; one that goes takes its role along without a word. */
function answerRoleChanges(before: readonly AskField[], after: readonly AskField[]): ProcessChange[] {
  const earlier = new Map(before.map(({ id, role }) => [id, role]));
  return after.flatMap(({ id, label, role }): ProcessChange[] =>
    earlier.get(id) === role ? [] : [{ kind: "answer-role", label, before: earlier.get(id), after: role }],
  );
}

/** What people are asked: its label, with the answers there are to choose from. Everything else is wording. */
function questionKey({ label, options, required }: AskField): string {
  const choices = options.length > 0 ? ` (${options.join(", ")})` : "";
  return `${label}${choices}${required ? " *" : ""}`;
}

/** Where a start on a day off goes, where that is not the business day before it, as it is when nothing is said. */
function otherDayOf({ repeats, onClosedDay }: ProcessDefinition): string | undefined {
  return repeats === undefined || onClosedDay === "before" ? undefined : onClosedDay;
}

function rangesOf(ranges: readonly DateRange[]): string | undefined {
  return ranges.map(({ from, to }) => (from === to ? from : `${from}..${to}`)).join(", ") || undefined;
}

function calendarOf(calendar: CalendarSettings | undefined): string | undefined {
  if (calendar === undefined) return undefined;
  const { country, region, workweek, closed, worked } = calendar;
  return JSON.stringify([country, region, workweek, rangesOf(closed), rangesOf(worked)]);
}

function textOf(quantity: Quantity | undefined): string {
  return quantity === undefined ? "" : `${quantity.amount}${quantity.unit}`;
}
