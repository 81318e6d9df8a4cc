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
  /** Heading above the bar, and those after it with the same; none when left out. */
  readonly section?: string | undefined;
}

/**
 * The bars of a plan, from planned start to due date: those of the process itself, each phase in a section of its own, then those
 * of each child process in a section that has the title of the step that starts it.
 */
export function planBars(title: string, tasks: readonly PlannedTask[]): GanttBar[] {
  const starterOf = ({ step }: PlannedTask) => step.slice(0, Math.max(0, step.lastIndexOf("/")));
  const starters = [...new Set(["", ...tasks.map(starterOf)])];
  const titleOf = (starter: string) =>
    starter === "" ? title : (tasks.find(({ step }) => step === starter)?.title ?? starter);
  const bars = starters.flatMap((starter) =>
    tasks
      .filter((task) => starterOf(task) === starter)
      .map((task) => ({
        ...plannedBar(task),
        ...(starters.length > 1 && starter !== "" ? { section: titleOf(starter) } : {}),
        ...(starter === "" && task.phase !== undefined && { section: task.phase }),
      })),
  );
  return inSections(title, bars);
}

/**
 * The bars of one section after the other, in the order in which sections begin; those without one stand under `title`, unless
 * no bar has one.
 */
export function inSections(title: string, bars: readonly GanttBar[]): GanttBar[] {
  if (bars.every(({ section }) => section === undefined)) return [...bars];
  const sections = Map.groupBy(bars, ({ section }) => section ?? title);
  return [...sections].flatMap(([section, own]) => own.map((bar) => ({ ...bar, section })));
}

/** A chart of days has no hours, so that of a step stands before its title. */
export function withHour(title: string, dueTime: string | undefined): string {
  return dueTime === undefined ? title : `${dueTime} ${title}`;
}

/** The bar of a task that has only been planned: from its planned start to its due date. */
function plannedBar({ title, kind, plannedStart, dueDate, dueTime, critical }: PlannedTask): GanttBar {
  return {
    title: withHour(title, dueTime),
    kind,
    firstDay: plannedStart,
    lastDay: dueDate,
    critical,
    progress: "planned",
  };
}

/**
 * A Mermaid gantt chart, the bars in the order given, under the headings they have. Critical tasks are marked while they are not done; checkpoints are
 * milestones.
 */
export function mermaidGantt(title: string, bars: readonly GanttBar[]): string {
  return [
    "gantt",
    `  title ${ganttText(title)}`,
    "  dateFormat YYYY-MM-DD",
    "  axisFormat %d %b",
    "  inclusiveEndDates",
    ...bars.flatMap((bar, index) => {
      const isNew = bar.section !== undefined && bar.section !== bars[index - 1]?.section;
      const line = `  ${ganttText(bar.title)} :${[...tagsOf(bar), bar.firstDay, bar.lastDay].join(", ")}`;
      return isNew ? [`  section ${ganttText(bar.section ?? "")}`, line] : [line];
    }),
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
