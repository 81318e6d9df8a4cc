import type { CivilDate, Quantity } from "../../core/calendar/index.ts";
import type { ProcessDefinition } from "../../core/definition/index.ts";
import type { PlannedTask, RunPlan } from "../../core/plan/index.ts";
import { dayAndMonth, listInWords, offsetInWords, shortDate, siteText } from "../../core/text/index.ts";
import { type TimelineBar, timelineOf } from "../diagram/timeline.ts";

/** A line of the table of dates. */
export interface PlanRow {
  /** Id of the task; steps of another process carry the step that starts it in front. */
  readonly task: string;
  readonly title: string;
  /** Where the step is described; absent for a step of another process. */
  readonly href?: string | undefined;
  readonly who: string;
  readonly due: CivilDate;
  /** The due date as people read it. */
  readonly dueText: string;
  /** How far it is from the anchor date; absent when the step gives a length only. */
  readonly offset?: string | undefined;
  readonly bar: TimelineBar;
  readonly isCritical: boolean;
}

/** The dates of a plan as a reader sees them; the same in the build and in the browser. */
export interface PlanTable {
  readonly rows: readonly PlanRow[];
  /** The first and the last day of the line of bars. */
  readonly from: string;
  readonly to: string;
  /** Where the anchor date stands on the line of bars. */
  readonly anchor: number;
  /** One sentence: how many steps in how many days, from when. */
  readonly summary: string;
  readonly warnings: readonly string[];
}

/** The table of a plan's dates, in the order of the plan. */
export function planTable(
  plan: RunPlan,
  definition: ProcessDefinition,
  roleTitle: (role: string) => string,
): PlanTable {
  const timeline = timelineOf(plan.tasks, plan.anchorDate);
  const own = new Map(definition.steps.map((step) => [step.id, step]));
  const offsetOf = (task: string) => own.get(task)?.dueOffset;
  return {
    rows: plan.tasks.map((task, index) => ({
      task: task.step,
      title: task.title,
      href: own.has(task.step) ? `#${task.step}` : undefined,
      who: whoText(task, roleTitle),
      due: task.dueDate,
      dueText: shortDate(task.dueDate),
      offset: offsetText(offsetOf(task.step), definition.anchor),
      bar: timeline.bars[index] ?? { x: 0, width: 0 },
      isCritical: task.critical,
    })),
    from: dayAndMonth(timeline.from),
    to: dayAndMonth(timeline.to),
    anchor: timeline.anchor,
    summary: siteText.dates.summary(plan.tasks.length, plan.leadTimeBusinessDays, plan.startDate),
    warnings: plan.warnings.map(({ message }) => message),
  };
}

function offsetText(offset: Quantity | undefined, anchor: string): string | undefined {
  return offset && offsetInWords(offset, anchor);
}

function whoText({ roles, assignees }: PlannedTask, roleTitle: (role: string) => string): string {
  const titles = listInWords(roles.map(roleTitle));
  return assignees.length === 0 ? titles : `${titles} (${assignees.join(", ")})`;
}
