import { createRuns } from "../../bot/runs.ts";
import { count, text } from "../../core/text/index.ts";
import type { AddCommand } from "../command-line.ts";
import { githubHelp, githubTarget, repositoryOption } from "../github-option.ts";
import { handbookOption, readCheckedHandbook } from "../handbook-option.ts";
import { exitCodes } from "../terminal.ts";

interface SweepOptions {
  readonly handbook: string;
  readonly repository?: string;
}

/** `sweep`: look at every open run once, as the schedule does. */
export const addSweepCommand: AddCommand = (program, terminal, finish) => {
  program
    .command("sweep")
    .description("Look at every open run once, as the schedule does: remind, hand on, start what repeats.")
    .option(...repositoryOption)
    .option(...handbookOption)
    .addHelpText("after", githubHelp("read the repository, and write its issues"))
    .action(async (options: SweepOptions) => {
      const { handbook } = await readCheckedHandbook(options.handbook);
      const target = githubTarget(options.repository, handbook.config.repository, terminal);
      const runs = createRuns({ handbookRoot: options.handbook, now: terminal.now });
      const { runs: looked, changed, leftAlone, failures } = await runs.sweep(target);
      terminal.out(`${count(looked, "open run")} looked at, ${changed} changed.\n`);
      for (const left of leftAlone)
        terminal.err(
          "keeper" in left
            ? `Run #${left.run} was left alone: ${left.keeper} looks after it, and this token is not ${left.keeper}'s. Use the token of the account that the bot works as.\n`
            : `${text.job.leftForNotes(left.run, left.why)}\n`,
        );
      for (const { run, error } of failures)
        terminal.err(`Run #${run}: ${error instanceof Error ? error.message : error}\n`);
      if (failures.length + leftAlone.length > 0) finish(exitCodes.problems);
    });
};
