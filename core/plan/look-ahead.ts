import type { EpochDay, WorkCalendar } from "../calendar/index.ts";
import type { StepId } from "../definition/index.ts";

/** A task as {@link lookAhead} sees it. They come in dependency order. */
export interface AwaitedTask {
  readonly id: StepId;
  readonly dependsOn: readonly StepId[];
  /** Those of them that are the last of the child process it starts: it ends with them. */
  readonly childEnds: readonly StepId[];
  readonly promised: EpochDay;
  /** Its work, and not more than its plan left for it: see {@link plannedWork}. */
  readonly workBusinessDays: number;
  /** Whether its promised date stands by itself: by a due offset, or set by hand. */
  readonly isTied: boolean;
  /** Whether it is what the anchor date names: that day does not slip, whatever comes after it. */
  readonly isOnAnchor: boolean;
  /** The day since which it could be worked on; nothing while what it waits for is open. */
  readonly readyOn?: EpochDay | undefined;
  /** The day it ended; nothing while it is not over. */
  readonly endedOn?: EpochDay | undefined;
  /** When it can be over at the earliest for a reason that lies outside, such as a run inside it that is late. */
  readonly notBefore?: EpochDay | undefined;
}

/** What becomes of a task if everybody works on from today. */
export interface Outlook {
  /** When it will be over; never before its promised date, and the day it ended once it is over. */
  readonly expected: EpochDay;
  /** Business days that it may slip beyond its expected date before a promised date after it, or the end of the run, does. */
  readonly slackBusinessDays: number;
}

/**
 * Looks ahead in a run, or in a plan on the day it is made, by a forward and a backward pass over work (critical path
 * method, Kelley and Walker 1959). Forward: a task is over its work after the latest of those it waits for, not before today,
 * and never before its promised date. Backward: a task may end as late as the promised date of each task after it still
 * leaves room for that one's work; where nothing comes after it, as late as the run ends. No slack is critical.
 */
export function lookAhead(
  tasks: readonly AwaitedTask[],
  today: EpochDay,
  calendar: WorkCalendar,
): Map<StepId, Outlook> {
  const expected = new Map<StepId, EpochDay>();
  for (const task of tasks) expected.set(task.id, expectedEnd(task, expected, today, calendar));
  const end = Math.max(...expected.values());
  const latestEnds = new Map<StepId, EpochDay>();
  const outlooks = new Map<StepId, Outlook>();
  for (const task of tasks.toReversed()) {
    const own = expected.get(task.id) ?? task.promised;
    const latest = task.isOnAnchor ? task.promised : (latestEnds.get(task.id) ?? end);
    const slack = Math.max(0, calendar.businessDaysBetween(own, latest));
    outlooks.set(task.id, { expected: own, slackBusinessDays: slack });
    if (task.endedOn !== undefined) continue;
    const held = task.isTied ? task.promised : latest;
    const begin = lastBegin(held, task.workBusinessDays, calendar);
    for (const id of task.dependsOn) {
      const bound = task.childEnds.includes(id) ? held : begin;
      latestEnds.set(id, Math.min(latestEnds.get(id) ?? bound, bound));
    }
  }
  return outlooks;
}

/** The last day that something before may end on for so much work to be done by a day; none of it is done on a day off. */
function lastBegin(end: EpochDay, workBusinessDays: number, calendar: WorkCalendar): EpochDay {
  if (workBusinessDays === 0) return end;
  return calendar.addBusinessDays(calendar.nearestBusinessDay(end, "before"), -workBusinessDays);
}

function expectedEnd(
  task: AwaitedTask,
  expected: ReadonlyMap<StepId, EpochDay>,
  today: EpochDay,
  calendar: WorkCalendar,
): EpochDay {
  if (task.endedOn !== undefined) return task.endedOn;
  const latest = (ids: readonly StepId[]) => Math.max(...ids.map((id) => expected.get(id) ?? today));
  const before = task.dependsOn.filter((id) => !task.childEnds.includes(id));
  const begin = task.readyOn ?? (before.length > 0 ? latest(before) : today);
  const worked = calendar.addBusinessDays(begin, task.workBusinessDays);
  const end = Math.max(worked, today, latest(task.childEnds), task.notBefore ?? today);
  return end <= task.promised ? task.promised : calendar.nearestBusinessDay(end, "after");
}

/**
 * The work of a task as its plan counts on it: all of it, or what the plan leaves between the date it may begin after and its
 * promised date where that is less. Two steps promised for one day were agreed to be done on one day.
 */
export function plannedWork(
  workBusinessDays: number,
  begin: EpochDay | undefined,
  promised: EpochDay,
  calendar: WorkCalendar,
): number {
  if (begin === undefined || begin > promised) return workBusinessDays;
  return Math.min(workBusinessDays, calendar.businessDaysBetween(begin, promised));
}
