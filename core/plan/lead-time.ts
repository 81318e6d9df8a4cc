import { type Quantity, roughDays } from "../calendar/index.ts";
import {
  type ProcessDefinition,
  type ProcessId,
  type Step,
  type StepId,
  unfoldDefinition,
} from "../definition/index.ts";
import { deepestChildren, workOfStep } from "./work-of-step.ts";

/** From the first day of work to the last due date of a definition, in business days seen from its anchor date. */
export interface DefinitionSpan {
  /** Negative where work begins before the anchor date. */
  readonly firstBusinessDay: number;
  readonly lastBusinessDay: number;
}

const nothingAnswered: ReadonlyMap<string, string> = new Map();

type Processes = ReadonlyMap<ProcessId, ProcessDefinition>;

/**
 * The lead time of a definition in business days: from the day work has to begin at the latest to the last due date, with
 * every branch taken. It is arithmetic of offsets alone, with five business days a week, so it is the same
 * whatever the day, the year or the holidays; a run has its own, from its start to its end.
 * A child process counts with all its steps where it is among `processes`, else as one.
 */
export function leadTimeBusinessDays(definition: ProcessDefinition, processes: Processes): number {
  const { firstBusinessDay, lastBusinessDay } = spanOfDefinition(definition, processes);
  return Math.round(lastBusinessDay - firstBusinessDay);
}

/** See {@link leadTimeBusinessDays}; not rounded. A definition without steps is the anchor date alone. */
export function spanOfDefinition(
  definition: ProcessDefinition,
  processes: Processes,
  depth = 0,
): DefinitionSpan {
  const { steps, startsAtAnchor } = unfoldDefinition(definition, nothingAnswered);
  const shapes = new Map(steps.map((step) => [step.id, shapeOf(step, processes, depth)]));
  const shape = (id: StepId) => shapes.get(id) ?? { before: 0, after: 0 };
  const starts = latestStarts(steps, shape);
  const first = Math.min(...(startsAtAnchor ? [0] : []), ...starts.values());
  const start = Number.isFinite(first) ? first : 0;
  const ends = endsOf(steps, startsAtAnchor ? 0 : start, shape);
  return { firstBusinessDay: start, lastBusinessDay: Math.max(start, ...ends) };
}

/** How far a step reaches before and after its own due date. */
interface Shape {
  readonly before: number;
  readonly after: number;
}

function shapeOf(step: Step, processes: Processes, depth: number): Shape {
  const work = workOfStep(step, processes, depth);
  const child =
    step.process === undefined || depth >= deepestChildren ? undefined : processes.get(step.process);
  if (!child) return { before: work, after: 0 };
  const span = spanOfDefinition(child, processes, depth + 1);
  return {
    before: Math.max(step.durationBusinessDays ?? 0, -span.firstBusinessDay),
    after: Math.max(0, span.lastBusinessDay),
  };
}

/** When each step has to begin at the latest; nothing for those that no due offset comes after. */
function latestStarts(steps: readonly Step[], shape: (id: StepId) => Shape): Map<StepId, number> {
  const followers = new Map<StepId, StepId[]>();
  for (const step of steps)
    for (const id of step.dependsOn) followers.set(id, [...(followers.get(id) ?? []), step.id]);
  const byId = new Map(steps.map((step) => [step.id, step]));
  const starts = new Map<StepId, number>();
  const pending = new Set<StepId>();
  const startOf = (id: StepId): number => {
    const known = starts.get(id);
    const step = byId.get(id);
    if (known !== undefined || !step || pending.has(id)) return known ?? Number.POSITIVE_INFINITY;
    pending.add(id);
    const due = dueFromAnchor(step);
    const end =
      due === undefined
        ? Math.min(Number.POSITIVE_INFINITY, ...(followers.get(id) ?? []).map(startOf))
        : businessDaysOf(due);
    const opens = due && step.opensOffset ? businessDaysOf(step.opensOffset) : end;
    const start = Math.min(opens, end - shape(id).before);
    starts.set(id, start);
    return start;
  };
  for (const { id } of steps) startOf(id);
  return new Map([...starts].filter(([, start]) => Number.isFinite(start)));
}

function endsOf(steps: readonly Step[], start: number, shape: (id: StepId) => Shape): number[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const dues = new Map<StepId, number>();
  const dueOf = (id: StepId): number => {
    const known = dues.get(id);
    const step = byId.get(id);
    if (known !== undefined || !step) return known ?? start;
    dues.set(id, start);
    const fixed = dueFromAnchor(step);
    const due = fixed
      ? businessDaysOf(fixed)
      : Math.max(start, ...step.dependsOn.map(dueOf)) + shape(id).before;
    dues.set(id, due);
    return due;
  };
  return steps.map(({ id }) => dueOf(id) + shape(id).after);
}

/** How far from the anchor date a step is due; nothing where it counts from another date, whose distance no definition tells. */
function dueFromAnchor({ dueOffset, countsFrom }: Step): Quantity | undefined {
  return countsFrom === undefined ? dueOffset : undefined;
}

/** Calendar days count as five business days in seven. */
function businessDaysOf(offset: Quantity): number {
  return offset.unit === "bd" ? offset.amount : (roughDays(offset) * 5) / 7;
}
