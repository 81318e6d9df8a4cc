import type { CivilDate } from "../calendar/index.ts";
import type { StepKind } from "../definition/index.ts";
import type { PlannedTask } from "../plan/index.ts";
import { ganttText } from "./mermaid-text.ts";

/** How far a task is, as a gantt chart shows it. */
export type GanttProgress = "planned" | "active" | "done";

/** One bar of a gantt chart, from its first day to its last, both included. */
export interface GanttBar {
  readonly title: string;
  readonly kind: StepKind;
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  readonly critical: boolean;
  readonly progress: GanttProgress;
}

/** The bar of a task that has only been planned: from its planned start to its due date. */
export function plannedBar({ title, kind, plannedStart, dueDate, critical }: PlannedTask): GanttBar {
  return { title, kind, firstDay: plannedStart, lastDay: dueDate, critical, progress: "planned" };
}

/**
 * A Mermaid gantt chart, the bars in the order given. Critical tasks are marked while they are not done; checkpoints are
 * milestones.
 */
export function mermaidGantt(title: string, bars: readonly GanttBar[]): string {
  return [
    "gantt",
    `  title ${ganttText(title)}`,
    "  dateFormat YYYY-MM-DD",
    "  axisFormat %d %b",
    "  inclusiveEndDates",
    ...bars.map(
      (bar) => `  ${ganttText(bar.title)} :${[...tagsOf(bar), bar.firstDay, bar.lastDay].join(", ")}`,
    ),
    "",
  ].join("\n");
}

function tagsOf({ kind, progress, critical }: GanttBar): string[] {
  const tags: string[] = [];
  if (kind === "checkpoint") tags.push("milestone");
  if (progress !== "planned") tags.push(progress);
  if (critical && progress !== "done") tags.push("crit");
  return tags;
}
