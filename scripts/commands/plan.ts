import { Option } from "commander";
import { type CivilDate, parseCivilDate } from "../../core/calendar/index.ts";
import type { Handbook, ProcessDefinition } from "../../core/definition/index.ts";
import { mermaidGantt } from "../../core/diagram/index.ts";
import { planAsCsv, planAsIcs } from "../../core/export/index.ts";
import { workCalendarOf } from "../../core/holidays/index.ts";
import { unexpectedWord } from "../../core/message.ts";
import { type RunPlan, scheduleRun } from "../../core/plan/index.ts";
import type { Problem } from "../../core/problem.ts";
import { civilToday } from "../../core/run/index.ts";
import { gitRevision } from "../../disk/index.ts";
import type { AddCommand } from "../command-line.ts";
import { type CheckedHandbook, handbookOption, readCheckedHandbook } from "../handbook-option.ts";
import { planAsJson, planAsTable, problemReporters } from "../reporters/index.ts";
import { exitCodes, type Terminal, UsageError } from "../terminal.ts";

const formats = ["table", "json", "csv", "ics", "mermaid"] as const;

interface PlanOptions {
  readonly handbook: string;
  readonly anchor?: string;
  readonly today?: string;
  readonly set: readonly string[];
  readonly format: (typeof formats)[number];
}

/** `plan ID --anchor DATE`: the dated plan of one run. */
export const addPlanCommand: AddCommand = (program, terminal, finish) => {
  program
    .command("plan")
    .description("Print the dated plan of one run.")
    .argument("<id>", "the process, by the name of its file")
    .option("--anchor <date>", "the anchor date, such as 2026-12-18 (required)")
    .option("--today <date>", "the day the plan is made; today when left out")
    .option("--set <field=value>", "an answer of the start form or the outcome of a decision", collect, [])
    .addOption(new Option("--format <format>", "how to print").choices(formats).default("table"))
    .option(...handbookOption)
    .action(async (id: string, options: PlanOptions) => {
      const checked = await readCheckedHandbook(options.handbook);
      const definition = findProcess(id, checked, terminal);
      if (definition === undefined) return finish(exitCodes.problems);
      const today = readToday(options, checked.handbook, terminal);
      const plan = scheduleRun({
        definition,
        anchorDate: readDate("--anchor", options.anchor),
        today,
        calendar: workCalendarOf(checked.handbook.config),
        roles: checked.handbook.roles,
        absences: checked.handbook.absences,
        answers: readAnswers(options.set, definition),
        processes: checked.handbook.processes,
        revision: await gitRevision(options.handbook),
      });
      terminal.out(print(options.format, plan, { definition, handbook: checked.handbook, today }));
      return undefined;
    });
};

interface PrintFacts {
  readonly definition: ProcessDefinition;
  readonly handbook: Handbook;
  readonly today: CivilDate;
}

function print(
  format: PlanOptions["format"],
  plan: RunPlan,
  { definition, handbook, today }: PrintFacts,
): string {
  switch (format) {
    case "table":
      return planAsTable(plan, definition, today);
    case "json":
      return planAsJson(plan);
    case "csv":
      return planAsCsv(plan);
    case "mermaid":
      return mermaidGantt(definition.title, plan);
    case "ics":
      return planAsIcs(plan, {
        title: definition.title,
        reminders: handbook.config.reminders,
        dueTime: handbook.config.dueTime,
        calendar: workCalendarOf(handbook.config),
        today,
        url: handbook.config.site && `${handbook.config.site.replace(/\/$/, "")}/processes/${definition.id}/`,
      });
  }
}

/** The process, or nothing when it has errors, which are then printed. An id that names none is wrong usage. */
function findProcess(
  id: string,
  checked: CheckedHandbook,
  terminal: Terminal,
): ProcessDefinition | undefined {
  const definition = checked.handbook.processes.get(id);
  if (definition) return definition;
  const parsed = checked.parsed.processes.find((candidate) => candidate.id === id);
  if (!parsed) {
    const ids = checked.parsed.processes.map((candidate) => candidate.id);
    throw new UsageError(
      unexpectedWord("process", id, ids, "add its file, or name the folder with --handbook."),
    );
  }
  const problems = checked.problems.filter(
    (problem: Problem) => problem.file === `${checked.root}/${parsed.path}`,
  );
  terminal.err(
    `${id} cannot be planned until these problems are mended:\n${problemReporters.text(problems)}`,
  );
  return undefined;
}

function readToday(options: PlanOptions, handbook: Handbook, terminal: Terminal): CivilDate {
  if (options.today !== undefined) return readDate("--today", options.today);
  return civilToday(terminal.now(), handbook.config.timeZone);
}

function readDate(option: string, text: string | undefined): CivilDate {
  if (text === undefined)
    throw new UsageError(`Missing ${option}, expected a day, such as \`${option} 2026-12-18\`.`);
  const date = parseCivilDate(text);
  if (date === undefined) {
    throw new UsageError(
      `Unexpected ${option} \`${text}\`, expected a day as year-month-day, such as \`2026-12-18\`.`,
    );
  }
  return date;
}

function readAnswers(settings: readonly string[], definition: ProcessDefinition): Map<string, string> {
  const subjects = [
    ...definition.ask.map((field) => field.id),
    ...definition.steps.filter((step) => step.kind === "decision").map((step) => step.id),
  ];
  return new Map(
    settings.map((setting): [string, string] => {
      const [field = "", ...value] = setting.split("=");
      if (value.length === 0)
        throw new UsageError(`Unexpected --set \`${setting}\`, expected \`field=value\`.`);
      if (!subjects.includes(field)) {
        throw new UsageError(
          unexpectedWord("--set field", field, subjects, "see `ask` and the decisions of the process."),
        );
      }
      return [field, value.join("=")];
    }),
  );
}

function collect(value: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, value];
}
