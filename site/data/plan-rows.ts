import type { CivilDate, WorkCalendar } from "../../core/calendar/index.ts";
import { type ProcessDefinition, type Step, stepOfTask } from "../../core/definition/index.ts";
import type { RunPlan } from "../../core/plan/index.ts";
import { dueInWords, listInWords, shortDate, siteText } from "../../core/text/index.ts";
import { type TimelineBar, timelineOf, timelineWidth } from "../diagram/timeline.ts";

/** A line of the table of dates. */
export interface PlanRow {
  /** Id of the task; steps of another process carry the step that starts it in front. */
  readonly task: string;
  readonly title: string;
  /** The heading above it, where it is the first below that. */
  readonly phase?: string | undefined;
  /** The row that stands for all made from one step while nobody knows how many there are; absent for every other. */
  readonly madeFrom?: string | undefined;
  /** Where the step is described; absent for a step of another process. */
  readonly href?: string | undefined;
  /** Titles of the roles that do it, as one enumeration. */
  readonly who: string;
  /** Those it falls to, by name; empty while nobody is known. */
  readonly people: readonly string[];
  readonly due: CivilDate;
  /** The due date as people read it. */
  readonly dueText: string;
  /** That the day its offset names is a day off, so that it is due beside it; absent for every other step. */
  readonly moved?: string | undefined;
  /** How far it is from the anchor date; absent when the step gives a length only. */
  readonly offset?: string | undefined;
  readonly bar: TimelineBar;
  readonly isCritical: boolean;
  /** Whether it is a step of another process, which stands below the step that starts that one. */
  readonly isChild: boolean;
}

/** A day of the axis above the bars. */
export interface PlanTick {
  readonly x: number;
  /** Days from the anchor date: `−30`, `0`, `+5`. */
  readonly text: string;
  readonly isAnchor: boolean;
}

/** The dates of a plan as a reader sees them; the same in the build and in the browser. */
export interface PlanTable {
  readonly rows: readonly PlanRow[];
  /** The axis above the bars, in the order of days. */
  readonly ticks: readonly PlanTick[];
  /** The days off below the bars as dashes of a line of length 100: a gap, a stretch of days off, a gap … */
  readonly closed: string;
  /** One sentence: how many steps in how many days, from when. */
  readonly summary: string;
  readonly warnings: readonly string[];
}

/** What roles and people are called. */
export interface Called {
  readonly roleTitle: (role: string) => string;
  readonly nameOf: (login: string) => string;
}

/** The table of a plan's dates, in the order of the plan, the steps of a child process below the one that starts it. */
export function planTable(
  plan: RunPlan,
  definition: ProcessDefinition,
  { roleTitle, nameOf }: Called,
  { today, calendar }: { readonly today: CivilDate; readonly calendar: WorkCalendar },
): PlanTable {
  const timeline = timelineOf(plan.tasks, plan.anchorDate, calendar);
  const own = new Map(definition.steps.map((step) => [step.id, step]));
  const rows = plan.tasks.map(
    (task, index): PlanRow => ({
      task: task.step,
      title: task.title,
      madeFrom: stepOfTask(task.step) === task.step ? undefined : stepOfTask(task.step),
      href: own.has(stepOfTask(task.step)) ? `#${stepOfTask(task.step)}` : undefined,
      who: listInWords(task.roles.map(roleTitle)),
      people: task.assignees.map(nameOf),
      due: task.dueDate,
      dueText: `${shortDate(task.dueDate)}${task.dueTime === undefined ? "" : `, ${task.dueTime}`}`,
      offset: offsetText(own.get(stepOfTask(task.step)), definition),
      moved: task.insteadOf && siteText.dates.insteadOf(task.insteadOf),
      bar: timeline.bars[index] ?? { x: 0, width: 0 },
      isCritical: task.critical,
      isChild: !own.has(stepOfTask(task.step)),
    }),
  );
  return {
    rows: underPhases(parentsFirst(rows), plan.tasks),
    ticks: timeline.ticks.map(({ x, days }) => ({
      x,
      text: days === 0 ? "0" : `${days < 0 ? "−" : "+"}${Math.abs(days)}`,
      isAnchor: days === 0,
    })),
    closed: dashesOf(timeline.closed),
    summary: summaryOf(plan, today),
    warnings: plan.warnings.map(({ message }) => message),
  };
}

/** A line of dashes begins with one, so the first has no length; one line weighs less than a bar for each weekend. */
function dashesOf(stretches: readonly TimelineBar[]): string {
  const gaps = stretches.map(({ x }, index) => {
    const before = stretches[index - 1];
    return x - (before === undefined ? 0 : before.x + before.width);
  });
  const dashes = stretches.flatMap(({ width }, index) => [(gaps[index] ?? 0).toFixed(1), width]);
  return ["0", ...dashes, timelineWidth].join(" ").replaceAll(".0 ", " ");
}

/** Nobody can begin before today; whoever is in time all the same begins today. */
function summaryOf({ tasks, leadTimeBusinessDays, startDate }: RunPlan, today: CivilDate): string {
  const isMissed = tasks.some(({ dueDate }) => dueDate < today);
  const begins = startDate > today ? "later" : isMissed ? "missed" : "today";
  const start = begins === "today" ? today : startDate;
  return siteText.dates.summary(tasks.length, leadTimeBusinessDays, start, begins);
}

/** A plan holds the steps of a child process before the step that waits for their end; a reader wants that step first. */
function parentsFirst(rows: readonly PlanRow[]): PlanRow[] {
  const parents = new Set(rows.map(({ task }) => task));
  const parentOf = (task: string): string | undefined => {
    const parent = task.slice(0, Math.max(0, task.lastIndexOf("/")));
    return parents.has(parent) ? parent : undefined;
  };
  const children = Map.groupBy(rows, ({ task }) => parentOf(task));
  const family = (row: PlanRow): PlanRow[] => [row, ...(children.get(row.task) ?? []).flatMap(family)];
  return (children.get(undefined) ?? []).flatMap(family);
}

/** Rows in the order in which their phases begin, the first of each with its heading; steps of a child process stay below its starter. */
function underPhases(rows: readonly PlanRow[], tasks: RunPlan["tasks"]): PlanRow[] {
  const phaseOf = new Map(tasks.map(({ step, phase }) => [step, phase]));
  const groups = Map.groupBy(rows, ({ task }) => phaseOf.get(task.split("/", 1)[0] ?? ""));
  return [...groups].flatMap(([phase, own]) =>
    own.map((row, index) => (index === 0 && phase !== undefined ? { ...row, phase } : row)),
  );
}

function offsetText(step: Step | undefined, definition: ProcessDefinition): string | undefined {
  return step && dueInWords({ ...step, dueTime: undefined }, definition);
}
