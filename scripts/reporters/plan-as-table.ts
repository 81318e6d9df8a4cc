import type { CivilDate } from "../../core/calendar/index.ts";
import type { ProcessDefinition, StepId } from "../../core/definition/index.ts";
import type { PlannedTask, RunPlan } from "../../core/plan/index.ts";
import { count, shortDate } from "../../core/text/index.ts";
import { cutToWidth, widthOf } from "../text-width.ts";

const widths = { due: 15, step: 34, people: 20, slack: 5 } as const;

/**
 * A plan as a table of at most 80 columns, in order of due dates, with its warnings below.
 * A star marks the critical path, a question mark a step that depends on an answer not known yet, a number in brackets the
 * step whose child process a step is part of.
 */
export function planAsTable(plan: RunPlan, definition: ProcessDefinition, today: CivilDate): string {
  const starters = startersOf(plan.tasks);
  const rows = plan.tasks
    .toSorted((a, b) => (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : 0))
    .map((task) => rowOf(task, starters));
  const lines = [
    ...wrap(`${definition.title}, ${definition.anchor.toLowerCase()} ${shortDate(plan.anchorDate)}`, 80),
    `${count(plan.tasks.length, "step")} in ${count(plan.leadTimeBusinessDays, "business day")}, from ${shortDate(plan.startDate)}`,
    "",
    row({ due: "Due", step: "Step", people: "Who", slack: "Slack" }),
    row({ due: "-".repeat(15), step: "-".repeat(34), people: "-".repeat(20), slack: "-----" }),
    ...rows,
    "",
    "* no slack: if it slips, the end slips   ? only if an answer asks for it",
    ...[...starters].flatMap(([, { mark, title }]) => wrap(`${mark} part of “${title}”`, 80, "    ")),
    ...warningLines(plan, definition, today),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

interface Starter {
  /** `[1]`, as rows of its child process begin. */
  readonly mark: string;
  readonly title: string;
}

/** The steps that start child processes, by id, in the order of the plan. */
function startersOf(tasks: readonly PlannedTask[]): ReadonlyMap<StepId, Starter> {
  const ids = new Set(tasks.flatMap(({ step }) => starterOf(step) ?? []));
  return new Map(
    [...ids].map((id, index) => {
      const title = tasks.find(({ step }) => step === id)?.title ?? id;
      return [id, { mark: `[${index + 1}]`, title }];
    }),
  );
}

/** The step that starts the child process a step is part of; nothing for a step of the process itself. */
function starterOf(step: StepId): StepId | undefined {
  const end = step.lastIndexOf("/");
  return end < 0 ? undefined : step.slice(0, end);
}

function rowOf(task: PlannedTask, starters: ReadonlyMap<StepId, Starter>): string {
  const mark = starters.get(starterOf(task.step) ?? "")?.mark;
  const title = mark === undefined ? task.title : `${mark} ${task.title}`;
  const marks = `${task.critical ? "*" : ""}${task.conditional ? "?" : ""}`;
  const people = task.assignees.length > 0 ? task.assignees.join(", ") : `nobody (${task.roles.join(", ")})`;
  return row({
    due: shortDate(task.dueDate),
    step: marks === "" ? title : `${title} ${marks}`,
    people,
    slack: String(task.slackBusinessDays),
  });
}

function row(cells: Readonly<Record<keyof typeof widths, string>>): string {
  const fitted = [
    fitTo(cells.due, widths.due),
    fitTo(cells.step, widths.step),
    fitTo(cells.people, widths.people),
  ];
  return [...fitted, cells.slack.padStart(widths.slack)].join("  ");
}

/** Cuts the end of a text that is too long, but keeps the marks behind it. */
function fitTo(text: string, width: number): string {
  const free = width - widthOf(text);
  if (free >= 0) return text + " ".repeat(free);
  const tail = `…${/ [*?]+$/.exec(text)?.[0] ?? ""}`;
  return fitTo(cutToWidth(text, width - widthOf(tail)) + tail, width);
}

function warningLines(plan: RunPlan, definition: ProcessDefinition, today: CivilDate): string[] {
  const anchor = definition.anchor.toLowerCase();
  const lines: string[] = [];
  if (plan.warnings.some(({ id }) => id === "past-due")) {
    if (plan.startDate < today)
      lines.push("", ...wrap(`You should have started on ${shortDate(plan.startDate)}.`, 80));
    lines.push(
      ...wrap(
        `The earliest ${anchor} that works is ${shortDate(plan.earliestAnchorDate)}: --anchor ${plan.earliestAnchorDate}`,
        80,
      ),
    );
  }
  if (plan.warnings.length > 0) lines.push("", `${count(plan.warnings.length, "warning")}:`);
  return [...lines, ...plan.warnings.flatMap(({ id, message }) => wrap(`- ${message} (${id})`, 80, "  "))];
}

function wrap(text: string, width: number, indent = ""): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (widthOf(joined) > width && line !== "") {
      lines.push(line);
      line = indent + word;
    } else line = joined;
  }
  return [...lines, line];
}
