import type { PlannedTask, RunPlan } from "../plan/index.ts";

const heads = [
  "Step",
  "Title",
  "Kind",
  "Roles",
  "People",
  "Planned start",
  "Due",
  "Waits for",
  "Conditional",
  "Critical",
  "Slack (business days)",
];

/**
 * A plan as CSV that a spreadsheet opens without asking: a byte order mark so that it reads UTF-8, ISO dates,
 * `\r\n` line ends. A cell that a spreadsheet would run as a formula begins with an apostrophe.
 */
export function planAsCsv(plan: RunPlan): string {
  const rows = [heads, ...plan.tasks.map(cellsOf)];
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
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
    task.dependsOn.join(" "),
    task.conditional ? "yes" : "no",
    task.critical ? "yes" : "no",
    String(task.slackBusinessDays),
  ];
}

/** Rule: RFC 4180, and for formulas https://owasp.org/www-community/attacks/CSV_Injection */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
