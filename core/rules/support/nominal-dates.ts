import {
  createWorkCalendar,
  dueDateOf,
  type EpochDay,
  parseDue,
  parseQuantity,
  type WorkCalendar,
} from "../../calendar/index.ts";
import { defaultAnchor, type ParsedProcess } from "../../definition/index.ts";
import type { StepGraph } from "./step-graph.ts";

const mondayToFriday = createWorkCalendar({
  workweek: [1, 2, 3, 4, 5],
  publicHolidays: () => [],
  closed: [],
});

/**
 * When each step would be due in a year without holidays, for an anchor date on each day of one week: seven lists
 * by index of the step. Only steps that count from one date can be compared: `from` names the question it stands for,
 * the anchor date when left out, and what counts from another date has none. A step without a due offset is due its duration after the last one it waits for; where
 * that is not known, neither is its due date.
 */
export function nominalDueDates(
  process: ParsedProcess,
  graph: StepGraph,
  from?: string,
): (EpochDay | undefined)[][] {
  return [0, 1, 2, 3, 4, 5, 6].map((anchor) => datesFrom(anchor, from, process, graph));
}

function datesFrom(
  anchor: EpochDay,
  from: string | undefined,
  { draft }: ParsedProcess,
  graph: StepGraph,
): (EpochDay | undefined)[] {
  const steps = draft.steps ?? [];
  const startsAtAnchor = from === undefined && (draft.anchor ?? defaultAnchor) === defaultAnchor;
  const dates: (EpochDay | undefined)[] = steps.map(({ due, from: own, exact }) => {
    const offset = due === undefined || own !== from ? undefined : parseDue(due)?.due;
    return offset && dueDateOf(anchor, offset, mondayToFriday, exact);
  });
  const dateStep = (index: number, waiting: ReadonlySet<number>): EpochDay | undefined => {
    const known = dates[index];
    const step = steps[index];
    if (known !== undefined || waiting.has(index) || step?.due !== undefined) return known;
    const awaited = graph.waitsFor(index);
    const inner = new Set([...waiting, index]);
    const dues = awaited.map((other) => dateStep(other, inner));
    const start = awaited.length > 0 ? latest(dues) : startsAtAnchor ? anchor : undefined;
    const days = parseQuantity(step?.duration ?? "", ["bd"])?.amount ?? (step?.kind === "checkpoint" ? 0 : 1);
    dates[index] = start === undefined ? undefined : addDays(start, days, mondayToFriday);
    return dates[index];
  };
  for (const index of steps.keys()) dateStep(index, new Set());
  return dates;
}

function latest(dues: readonly (EpochDay | undefined)[]): EpochDay | undefined {
  return dues.reduce((a, b) => (a === undefined || b === undefined ? undefined : Math.max(a, b)));
}

function addDays(start: EpochDay, days: number, calendar: WorkCalendar): EpochDay {
  return calendar.addBusinessDays(start, days);
}
