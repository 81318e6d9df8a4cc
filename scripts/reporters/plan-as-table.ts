import type { CivilDate } from "../../core/calendar/index.ts";
import type { ProcessDefinition, Role, RoleId, StepId } from "../../core/definition/index.ts";
import type { PlannedTask, RunPlan } from "../../core/plan/index.ts";
import { count, shortDate } from "../../core/text/index.ts";
import { cutToWidth, widthOf } from "../text-width.ts";

const fixed = { due: 15, slack: 5 } as const;

/** What step and people have together, and how they part it where both need more than they get. */
const usual: Widths = { step: 34, people: 20 };

/** What roles and people are called. */
interface Called {
  readonly roles: ReadonlyMap<RoleId, Role>;
  readonly nameOf: (login: string) => string;
}

/**
 * A plan as a table of at most 80 columns, in order of due dates, with its warnings below. Phases are headings, in the order in which
 * their first steps are due.
 * A star marks the critical path, a question mark a step that depends on an answer not known yet, a number in brackets the
 * step whose child process a step, or the step a warning is about, is part of.
 */
export function planAsTable(
  plan: RunPlan,
  definition: ProcessDefinition,
  today: CivilDate,
  called: Called,
): string {
  const starters = startersOf(plan.tasks);
  const byDate = plan.tasks.toSorted((a, b) => (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : 0));
  const phases = [...Map.groupBy(byDate, (task) => phaseOf(task, plan.tasks))].map(
    ([phase, tasks]) => [phase, tasks.map((task) => cellsOf(task, starters, called))] as const,
  );
  const cells = phases.flatMap(([, own]) => own);
  const widths = widthsFor(cells);
  const lines = [
    ...wrap(`${definition.title}, ${definition.anchor.toLowerCase()} ${shortDate(plan.anchorDate)}`, 80),
    `${count(plan.tasks.length, "step")} in ${count(plan.leadTimeBusinessDays, "business day")}, from ${shortDate(plan.startDate)}`,
    "",
    ...[titles, rulesOf(widths)].map((row) => rowOf(row, widths)),
    ...phases.flatMap(([phase, own]) => [
      ...(phase === undefined ? [] : ["", ...wrap(phase, 80)]),
      ...own.map((row) => rowOf(row, widths)),
    ]),
    "",
    "* no slack: a slip moves a later date   ? only if an answer asks for it",
    ...(plan.tasks.some(({ insteadOf }) => insteadOf !== undefined)
      ? ["~ moved to a business day: the day its offset names is a day off"]
      : []),
    ...[...starters].flatMap(([, { mark, title }]) => wrap(`${mark} part of “${title}”`, 80, "    ")),
    ...warningLines(plan, definition, today, starters),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

/** The heading a task stands under: its own, or of a step of a child process that of the step which starts it. */
function phaseOf({ step, phase }: PlannedTask, tasks: readonly PlannedTask[]): string | undefined {
  const [first = ""] = step.split("/", 1);
  return first === step ? phase : tasks.find((task) => task.step === first)?.phase;
}

/** What stands in one row. */
type Cells = Readonly<Record<"due" | "step" | "people" | "slack", string>>;

/** Columns of the two texts. */
type Widths = Readonly<Record<"step" | "people", number>>;

const titles: Cells = { due: "Due", step: "Step", people: "Who", slack: "Slack" };

function rulesOf({ step, people }: Widths): Cells {
  const rule = (width: number) => "-".repeat(width);
  return { due: rule(fixed.due), step: rule(step), people: rule(people), slack: rule(fixed.slack) };
}

/** The usual widths, but what one of the two columns does not need goes to the other if that needs it. */
function widthsFor(rows: readonly Cells[]): Widths {
  const both = usual.step + usual.people;
  const need = (column: keyof Widths) => Math.max(...[titles, ...rows].map((row) => widthOf(row[column])));
  const left = both - need("people");
  const step =
    left < usual.step
      ? Math.min(usual.step, Math.max(need("step"), left))
      : Math.max(usual.step, Math.min(need("step"), left));
  return { step, people: both - step };
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

/** `[1] ` before what is about a step of a child process; nothing for the process itself. */
function markOf(step: StepId | null, starters: ReadonlyMap<StepId, Starter>): string {
  const starter = starters.get(starterOf(step ?? "") ?? "");
  return starter ? `${starter.mark} ` : "";
}

function cellsOf(
  task: PlannedTask,
  starters: ReadonlyMap<StepId, Starter>,
  { roles, nameOf }: Called,
): Cells {
  const title =
    markOf(task.step, starters) + (task.dueTime === undefined ? "" : `${task.dueTime} `) + task.title;
  const marks = `${task.critical ? "*" : ""}${task.conditional ? "?" : ""}${task.insteadOf ? "~" : ""}`;
  const outside = task.roles.flatMap((id) =>
    roles.get(id)?.isOutside ? [`${roles.get(id)?.title} (outside)`] : [],
  );
  const nobody = outside.length > 0 ? outside.join(", ") : `nobody (${task.roles.join(", ")})`;
  const people = task.assignees.length > 0 ? task.assignees.map(nameOf).join(", ") : nobody;
  return {
    due: shortDate(task.dueDate),
    step: marks === "" ? title : `${title} ${marks}`,
    people,
    slack: String(task.slackBusinessDays),
  };
}

function rowOf({ due, step, people, slack }: Cells, widths: Widths): string {
  const fitted = [fitTo(due, fixed.due), fitTo(step, widths.step), fitTo(people, widths.people)];
  return [...fitted, slack.padStart(fixed.slack)].join("  ");
}

/** Cuts the end of a text that is too long, but keeps the marks behind it. */
function fitTo(text: string, width: number): string {
  const free = width - widthOf(text);
  if (free >= 0) return text + " ".repeat(free);
  const tail = `…${/ [*?~]+$/.exec(text)?.[0] ?? ""}`;
  return fitTo(cutToWidth(text, width - widthOf(tail)) + tail, width);
}

function warningLines(
  plan: RunPlan,
  definition: ProcessDefinition,
  today: CivilDate,
  starters: ReadonlyMap<StepId, Starter>,
): string[] {
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
  const told = plan.warnings.map(({ id, step, message }) => `- ${markOf(step, starters)}${message} (${id})`);
  return [...lines, ...told.flatMap((line) => wrap(line, 80, "  "))];
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
