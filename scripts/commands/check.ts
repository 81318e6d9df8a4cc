import { relative } from "node:path";
import { Option } from "commander";
import { hasErrors, type Problem } from "../../core/problem.ts";
import type { AddCommand } from "../command-line.ts";
import { handbookOption, readCheckedHandbook } from "../handbook-option.ts";
import { problemReporters } from "../reporters/index.ts";
import { exitCodes, UsageError } from "../terminal.ts";

interface CheckOptions {
  readonly handbook: string;
  readonly format: keyof typeof problemReporters;
}

/** `check [FILE…]`: every problem of the handbook, or of the files named. */
export const addCheckCommand: AddCommand = (program, terminal, finish) => {
  program
    .command("check")
    .description("Print every problem of the handbook, in file order.")
    .argument("[files...]", "only the problems of these files")
    .option(...handbookOption)
    .addOption(
      new Option("--format <format>", "how to print").choices(Object.keys(problemReporters)).default("text"),
    )
    .action(async (files: readonly string[], options: CheckOptions) => {
      const { problems, parsed, root } = await readCheckedHandbook(options.handbook);
      const known = [parsed.config, parsed.roles, parsed.absences, ...parsed.processes].map(
        ({ path }) => `${root}/${path}`,
      );
      const shown = problemsIn(files, problems, [
        ...known,
        ...parsed.misplaced.map((path) => `${root}/${path}`),
      ]);
      terminal.out(problemReporters[options.format](shown));
      terminal.err(`${summary(shown, parsed.processes.length)}\n`);
      if (hasErrors(shown)) finish(exitCodes.problems);
    });
};

function problemsIn(
  files: readonly string[],
  problems: readonly Problem[],
  known: readonly string[],
): readonly Problem[] {
  if (files.length === 0) return problems;
  const wanted = files.map((file) => relative(process.cwd(), file).replaceAll("\\", "/"));
  const unknown = wanted.find((file) => !known.includes(file));
  if (unknown !== undefined) {
    throw new UsageError(
      `${unknown} is no file of this handbook: expected a path such as ${known.at(-1) ?? "processes/content/x.mdx"}.`,
    );
  }
  return problems.filter((problem) => wanted.includes(problem.file));
}

function summary(problems: readonly Problem[], processes: number): string {
  const checked = `${processes} ${processes === 1 ? "process" : "processes"} checked`;
  if (problems.length === 0) return `${checked}, no problems.`;
  const counts = (["error", "warning", "advice"] as const).flatMap((severity) => {
    const found = problems.filter((problem) => problem.severity === severity).length;
    if (found === 0) return [];
    return [`${found} ${severity === "advice" ? "advice" : found === 1 ? severity : `${severity}s`}`];
  });
  return `${checked}: ${counts.join(", ")}.`;
}
