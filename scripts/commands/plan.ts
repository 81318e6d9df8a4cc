import { Option } from "commander";
import { type CivilDate, civilToday } from "../../core/calendar/index.ts";
import { type ProcessDefinition, peopleNamedIn, settingsFor } from "../../core/definition/index.ts";
import type { CheckedHandbook } from "../../core/handbook/index.ts";
import { planBasisOf } from "../../core/holidays/index.ts";
import { code } from "../../core/message.ts";
import { type PlanRequest, scheduleRun } from "../../core/plan/index.ts";
import { gitRevision } from "../../disk/index.ts";
import type { AddCommand } from "../command-line.ts";
import { handbookOption, readCheckedHandbook } from "../handbook-option.ts";
import { findProcess } from "../plan/find-process.ts";
import { planFormats } from "../plan/print-plan.ts";
import { readAnswers } from "../plan/read-answers.ts";
import { readDate } from "../plan/read-date.ts";
import { readNow } from "../read-now.ts";
import { exitCodes, type Terminal, UsageError } from "../terminal.ts";

interface PlanOptions {
  readonly handbook: string;
  readonly anchor?: string;
  readonly today?: string;
  readonly set: readonly string[];
  readonly with: readonly string[];
  readonly format: keyof typeof planFormats;
}

/** `plan ID --anchor DATE`: the dated plan of one run. */
export const addPlanCommand: AddCommand = (program, terminal, finish) => {
  program
    .command("plan")
    .description("Print the dated plan of one run.")
    .argument("<id>", "the process, by the name of its file")
    .option("--anchor <date>", "the anchor date, such as 2026-12-18 (required)")
    .option("--today <date>", "the day the plan is made; today when left out")
    .addOption(listOption("--set <field=value>", "an answer of the start form, or the outcome of a decision"))
    .addOption(listOption("--with <id@date>", "another run at the same time, by process and anchor date"))
    .addOption(
      new Option("--format <format>", "how to print").choices(Object.keys(planFormats)).default("table"),
    )
    .option(...handbookOption)
    .action(async (id: string, options: PlanOptions) => {
      const anchorDate = readDate("--anchor", options.anchor);
      const checked = await readCheckedHandbook(options.handbook);
      const definition = findProcess(id, checked, terminal);
      const others = options.with.map((other) => readOther(other, checked, terminal));
      if (!definition || !others.every((other) => other !== undefined)) return finish(exitCodes.problems);
      const { processes } = checked.handbook;
      const config = settingsFor(definition, checked.handbook.config);
      const today = readToday(options.today, config.timeZone, terminal);
      const basis = planBasisOf(config, checked.handbook);
      const common = { today, ...basis };
      const elsewhere = others.flatMap(
        (other) => scheduleRun({ ...common, ...other, answers: new Map() }).tasks,
      );
      const answers = readAnswers(options.set, definition, processes);
      const request: PlanRequest = {
        ...common,
        definition,
        anchorDate,
        answers,
        peopleByRole: peopleNamedIn(answers, definition),
        elsewhere,
        revision: await gitRevision(options.handbook),
      };
      terminal.out(
        planFormats[options.format](scheduleRun(request), { definition, config, today, ...basis }),
      );
      return undefined;
    });
};

/** Another run, written as `send-newsletter@2026-12-17`; nothing when its process has errors. */
function readOther(
  text: string,
  checked: CheckedHandbook,
  terminal: Terminal,
): { definition: ProcessDefinition; anchorDate: CivilDate } | undefined {
  const [id = "", date] = text.split("@", 2);
  if (date === undefined)
    throw new UsageError(
      `Unexpected --with ${code(text)}, expected a process and its anchor date, such as \`${id || "send-newsletter"}@2026-12-17\`.`,
    );
  const anchorDate = readDate("--with", date);
  const definition = findProcess(id, checked, terminal);
  return definition && { definition, anchorDate };
}

function readToday(text: string | undefined, timeZone: string, terminal: Terminal): CivilDate {
  return text === undefined ? civilToday(readNow(terminal), timeZone) : readDate("--today", text);
}

/** An option whose values are a list, one at a time. */
function listOption(flags: string, words: string): Option {
  return new Option(flags, `${words}; may stand more than once`).argParser(collect).default([], "none");
}

function collect(value: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, value];
}
