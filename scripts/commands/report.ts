import { Option } from "commander";
import { collectRuns } from "../../bot/collect-runs.ts";
import { createGitHubRepository } from "../../bot/github/github-repository.ts";
import { runsAsCsv, runsAsOcel } from "../../core/export/index.ts";
import { figuresOfRuns, measureFrameOf, type RunsFile } from "../../core/metrics/index.ts";
import type { AddCommand } from "../command-line.ts";
import { githubHelp, githubTarget, repositoryOption } from "../github-option.ts";
import { handbookOption, readCheckedHandbook } from "../handbook-option.ts";
import { runsAsMarkdown } from "../reporters/runs-as-markdown.ts";

interface ReportOptions {
  readonly handbook: string;
  readonly repository?: string;
  readonly format: "markdown" | "json" | "csv" | "ocel";
  readonly published?: boolean;
}

/** `report`: how past and present runs went, process by process. */
export const addReportCommand: AddCommand = (program, terminal) => {
  program
    .command("report")
    .description("Print how the runs went, process by process, or their records as data.")
    .addOption(
      new Option("--format <format>", "how to print")
        .choices(["markdown", "json", "csv", "ocel"])
        .default("markdown"),
    )
    .option(
      "--published",
      "collect nothing unless `publish:` in handbook.yml shows runs; for published pages",
    )
    .option(...repositoryOption)
    .option(...handbookOption)
    .addHelpText("after", githubHelp("read the repository and its issues"))
    .action(async (options: ReportOptions) => {
      const { handbook } = await readCheckedHandbook(options.handbook);
      if (options.published === true && !handbook.config.publish.runs) {
        const nothing: RunsFile = { version: 2, writtenAt: terminal.now(), runs: [] };
        if (options.format === "json") terminal.out(`${JSON.stringify(nothing)}\n`);
        if (options.format === "ocel") terminal.out(`${JSON.stringify(runsAsOcel([]))}\n`);
        terminal.err(
          "No runs were collected: handbook.yml does not publish them (`publish: { runs: true }`).\n",
        );
        return;
      }
      const { owner, name, graphql } = githubTarget(options.repository, handbook.config.repository, terminal);
      const repository = createGitHubRepository({
        graphql,
        name: { owner, name },
        root: options.handbook,
        // Whoever may read the issues may collect: the runs of every app count.
        trust: "apps",
      });
      const file = await collectRuns(repository, terminal.now());
      if (options.format === "json") {
        terminal.out(`${JSON.stringify(file, null, 2)}\n`);
        return;
      }
      if (options.format === "ocel") {
        terminal.out(`${JSON.stringify(runsAsOcel(file.runs), null, 2)}\n`);
        return;
      }
      const words = {
        titleOf: (process: string) => handbook.processes.get(process)?.title ?? process,
        roleOf: (role: string) => handbook.roles.get(role)?.title ?? role,
      };
      const frame = measureFrameOf(handbook, terminal.now());
      terminal.out(
        options.format === "csv"
          ? runsAsCsv(file.runs, frame)
          : runsAsMarkdown(figuresOfRuns(file.runs, frame), words),
      );
    });
};
