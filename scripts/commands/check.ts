import { relative } from "node:path";
import { Option } from "commander";
import { filesRead } from "../../core/definition/index.ts";
import type { CheckedHandbook } from "../../core/handbook/index.ts";
import { hasErrors, type Problem } from "../../core/problem.ts";
import type { AddCommand } from "../command-line.ts";
import { gatherFacts } from "../facts/gather-facts.ts";
import { handbookOption, readCheckedHandbook, requireHandbook } from "../handbook-option.ts";
import { openKeptReadings } from "../kept-readings.ts";
import { problemReporters } from "../reporters/index.ts";
import { exitCodes, UsageError } from "../terminal.ts";

interface CheckOptions {
  readonly handbook: string;
  readonly format: keyof typeof problemReporters;
  readonly runs?: string;
}

/** `check [FILE…]`: every problem of the handbook, or of the files and folders named. */
export const addCheckCommand: AddCommand = (program, terminal, finish) => {
  program
    .command("check")
    .description("Print every problem of the handbook, in file order.")
    .argument("[files...]", "only the problems of these files and folders")
    .option(...handbookOption)
    .option(
      "--runs <file>",
      "what `report --format json` wrote: texts that were found still right count as looked through (default: HANDRAIL_RUNS)",
    )
    .addOption(
      new Option("--format <format>", "how to print").choices(Object.keys(problemReporters)).default("text"),
    )
    .action(async (files: readonly string[], { handbook, format, runs }: CheckOptions) => {
      await requireHandbook(handbook);
      const kept = await openKeptReadings(handbook, terminal.env);
      const checked = await readCheckedHandbook(
        handbook,
        (parsed, unread) =>
          gatherFacts(handbook, terminal, {
            parsed,
            unread,
            sound: kept?.soundDiagrams,
            runs: runs ?? (terminal.env["HANDRAIL_RUNS"] || undefined),
          }),
        kept?.parser,
      );
      await kept?.keep();
      const shown = problemsIn(files, checked);
      terminal.out(problemReporters[format](shown, { site: checked.handbook.config.site }));
      terminal.err(`${summary(shown, checked.parsed.processes.length)}\n`);
      if (hasErrors(shown)) finish(exitCodes.problems);
    });
};

function problemsIn(
  files: readonly string[],
  { problems, parsed, root }: CheckedHandbook,
): readonly Problem[] {
  if (files.length === 0) return problems;
  const paths = filesRead(parsed).map(({ path }) => path);
  const inRoot = [...paths, ...parsed.misplaced].map((path) => (root === "" ? path : `${root}/${path}`));
  const known = new Set([...inRoot, ...problems.map(({ file }) => file)]);
  const wanted = files.map((file) => relative(process.cwd(), file).replaceAll("\\", "/"));
  // The working folder itself has no name.
  const isIn = (file: string, place: string) =>
    place === "" || file === place || file.startsWith(`${place}/`);
  const unknown = wanted.find((place) => ![...known].some((file) => isIn(file, place)));
  if (unknown === undefined) return problems.filter(({ file }) => wanted.some((place) => isIn(file, place)));
  const example = inRoot.find((file) => file.endsWith(".mdx")) ?? "processes/content/publish-post.mdx";
  throw new UsageError(
    `${unknown} is no file or folder of this handbook, expected a path such as ${example}.`,
  );
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
