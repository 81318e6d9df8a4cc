import type { PlannedTask, RunPlan } from "../plan/index.ts";
import { ganttText } from "./mermaid-text.ts";

/** How far a task of a run is, as a gantt chart shows it. */
export type GanttProgress = "planned" | "active" | "done";

/**
 * A plan as a Mermaid gantt chart, one bar a task from its planned start to its due date, both included.
 * Critical tasks are marked while they are not done; checkpoints are milestones.
 */
export function mermaidGantt(
  title: string,
  plan: RunPlan,
  progressOf: (task: PlannedTask) => GanttProgress = () => "planned",
): string {
  const bars = plan.tasks.map((task) => {
    const tags = tagsOf(task, progressOf(task));
    return `  ${ganttText(task.title)} :${[...tags, task.plannedStart, task.dueDate].join(", ")}`;
  });
  return [
    "gantt",
    `  title ${ganttText(title)}`,
    "  dateFormat YYYY-MM-DD",
    "  axisFormat %d %b",
    "  inclusiveEndDates",
    ...bars,
    "",
  ].join("\n");
}

function tagsOf(task: PlannedTask, progress: GanttProgress): string[] {
  const tags: string[] = [];
  if (task.kind === "checkpoint") tags.push("milestone");
  if (progress === "done") tags.push("done");
  else if (progress === "active") tags.push("active");
  if (task.critical && progress !== "done") tags.push("crit");
  return tags;
}
