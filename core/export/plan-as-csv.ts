import type { PlannedTask, RunPlan } from "../plan/index.ts";
import { csvOf } from "./csv.ts";

const heads = [
  "Step",
  "Title",
  "Kind",
  "Roles",
  "People",
  "Planned start",
  "Due",
  "At",
  "Instead of (day off)",
  "Waits for",
  "Conditional",
  "Critical",
  "Slack (business days)",
  "Phase",
  "Only in its turn",
];

/** A plan as CSV, one row a task, with ISO dates. */
export function planAsCsv(plan: RunPlan): string {
  return csvOf([heads, ...plan.tasks.map(cellsOf)]);
}

function cellsOf(task: PlannedTask): string[] {
  return [
    task.step,
    task.title,
    task.kind,
    task.roles.join(" "),
    task.assignees.join(" "),
    task.plannedStart,
    task.dueDate,
    task.dueTime ?? "",
    task.insteadOf ?? "",
    task.dependsOn.join(" "),
    task.conditional ? "yes" : "no",
    task.critical ? "yes" : "no",
    String(task.slackBusinessDays),
    task.phase ?? "",
    task.strict ? "yes" : "no",
  ];
}
