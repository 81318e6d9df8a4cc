import { Option } from "commander";
import { collectRuns } from "../../bot/collect-runs.ts";
import { createGitHubRepository } from "../../bot/github/github-repository.ts";
import { civilToday } from "../../core/calendar/index.ts";
import { workCalendarOf } from "../../core/holidays/index.ts";
import { figuresOfRuns } from "../../core/metrics/index.ts";
import type { AddCommand } from "../command-line.ts";
import { githubHelp, githubTarget, repositoryOption } from "../github-option.ts";
import { handbookOption, readCheckedHandbook } from "../handbook-option.ts";
import { runsAsMarkdown } from "../reporters/runs-as-markdown.ts";

interface ReportOptions {
  readonly handbook: string;
  readonly repository?: string;
  readonly format: "markdown" | "json";
}

/** `report`: how past and present runs went, process by process. */
export const addReportCommand: AddCommand = (program, terminal) => {
  program
    .command("report")
    .description("Print how the runs went, process by process, or their records as data.")
    .addOption(
      new Option("--format <format>", "how to print").choices(["markdown", "json"]).default("markdown"),
    )
    .option(...repositoryOption)
    .option(...handbookOption)
    .addHelpText("after", githubHelp)
    .action(async (options: ReportOptions) => {
      const { handbook } = await readCheckedHandbook(options.handbook);
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
      const calendar = workCalendarOf(handbook.config);
      const dateOf = (instant: string) => civilToday(instant, handbook.config.timeZone);
      const words = {
        titleOf: (process: string) => handbook.processes.get(process)?.title ?? process,
        roleOf: (role: string) => handbook.roles.get(role)?.title ?? role,
      };
      terminal.out(
        runsAsMarkdown(figuresOfRuns(file.runs, { calendar, dateOf, today: dateOf(terminal.now()) }), words),
      );
    });
};
