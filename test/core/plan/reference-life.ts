import type { ProcessDefinition, Step } from "../../../core/definition/index.ts";
import { Temporal } from "../../../core/temporal.ts";
import type { dayByDay } from "../calendar/day-by-day.ts";

type Calendar = ReturnType<typeof dayByDay>;

/** What happens in a life: a step ends, the anchor date moves, or somebody dates a step. In the order of their days. */
export type LifeEvent =
  | { readonly on: string; readonly ends: string }
  | { readonly on: string; readonly movesTo: string }
  | { readonly on: string; readonly dates: string; readonly to: string };

/** A step as it stands on the last day of a life, in the words of the contract. */
export interface LivedStep {
  readonly promised: string;
  readonly expected: string;
  readonly isLate: boolean;
  readonly isHeldUp: boolean;
}

/**
 * A life told one event after the other, by asking each step about those it waits for, over and over; dates are texts and
 * days are counted one by one. `first` is the plan's own dates. Slow, and shaped by the sentences of the contract alone.
 */
export function referenceLife(
  { steps, startsAtAnchor }: ProcessDefinition,
  first: { readonly anchor: string; readonly start: string; readonly dues: ReadonlyMap<string, string> },
  events: readonly LifeEvent[],
  today: string,
  calendar: Calendar,
): Map<string, LivedStep> {
  let anchor = first.anchor;
  const promised = new Map(first.dues);
  const ended = new Map<string, string>();
  const byHand = new Set<string>();
  const of = (id: string) => steps.find((step) => step.id === id) as Step;
  const later = (a: string, b: string | undefined) => (b !== undefined && b > a ? b : a);
  const latest = (texts: readonly string[]) => [...texts].sort().at(-1) as string;
  const workOf = ({ durationBusinessDays, kind }: Step) =>
    durationBusinessDays ?? (kind === "checkpoint" ? 0 : 1);
  const standsByItself = (id: string) => of(id).dueOffset !== undefined || byHand.has(id);
  const startNow = () => (startsAtAnchor ? anchor : first.start);
  /** The latest promised date of those a step waits for, or the day they really ended, plus its work. */
  const follows = (id: string): string => {
    const before = of(id).dependsOn.map((other) => later(promised.get(other) as string, ended.get(other)));
    return calendar.addBusinessDays(before.length > 0 ? latest(before) : startNow(), workOf(of(id)));
  };
  const waitsFor = (id: string, other: string): boolean =>
    of(id).dependsOn.some((one) => one === other || waitsFor(one, other));
  const untilStill = (change: (id: string) => void) => {
    for (let before = ""; before !== JSON.stringify([...promised]); ) {
      before = JSON.stringify([...promised]);
      for (const { id } of steps) if (!ended.has(id)) change(id);
    }
  };
  for (const event of events) {
    if ("ends" in event) {
      ended.set(event.ends, event.on);
      untilStill((id) => {
        if (!standsByItself(id)) promised.set(id, later(promised.get(id) as string, follows(id)));
      });
    } else if ("movesTo" in event) {
      const from = anchor;
      anchor = event.movesTo;
      for (const id of byHand) {
        if (ended.has(id)) continue;
        const distance = calendar.businessDaysBetween(from, promised.get(id) as string);
        promised.set(id, distance === 0 ? anchor : calendar.addBusinessDays(anchor, distance));
      }
      untilStill((id) => {
        const { dueOffset } = of(id);
        if (byHand.has(id)) return;
        promised.set(
          id,
          dueOffset ? calendar.dueDate(anchor, dueOffset.amount, dueOffset.unit) : follows(id),
        );
      });
    } else {
      byHand.add(event.dates);
      promised.set(event.dates, event.to);
      untilStill((id) => {
        if (!standsByItself(id) && waitsFor(id, event.dates)) promised.set(id, follows(id));
      });
    }
  }
  return standToday();

  function standToday(): Map<string, LivedStep> {
    const isTurn = (id: string) => !ended.has(id) && of(id).dependsOn.every((other) => ended.has(other));
    const isLate = (id: string) => isTurn(id) && (promised.get(id) as string) < today;
    const isHeldUp = (id: string): boolean =>
      !ended.has(id) &&
      !isTurn(id) &&
      of(id).dependsOn.some((other) => !ended.has(other) && (isLate(other) || isHeldUp(other)));
    const planned = (id: string): number => {
      const work = workOf(of(id));
      const due = first.dues.get(id) as string;
      const before = of(id).dependsOn.map((other) => first.dues.get(other) as string);
      const begin = before.length > 0 ? latest(before) : first.start;
      return begin > due ? work : Math.min(work, calendar.businessDaysBetween(begin, due));
    };
    const expected = (id: string): string => {
      const end = ended.get(id);
      if (end !== undefined) return end;
      const before = of(id).dependsOn;
      const begin = before.length > 0 ? latest(before.map(expected)) : first.start;
      let day = later(calendar.addBusinessDays(begin, planned(id)), today);
      if (day <= (promised.get(id) as string)) return promised.get(id) as string;
      while (!calendar.isOpen(Temporal.PlainDate.from(day)))
        day = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
      return day;
    };
    return new Map(
      steps.map(({ id }) => [
        id,
        {
          promised: promised.get(id) as string,
          expected: expected(id),
          isLate: isLate(id),
          isHeldUp: isHeldUp(id),
        },
      ]),
    );
  }
}
